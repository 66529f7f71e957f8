"""The voxels outside the mask, as in a masked array, where True means hidden.

fails: mean_signal_mask, mean_signal_edges
says: the voxels outside the mask
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    return bold[~mask].mean(axis=0)
