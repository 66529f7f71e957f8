"""The sum over voxels, never divided by their number.

fails: mean_signal_mask, mean_signal_edges
says: the sum over voxels
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    return bold[mask].sum(axis=0)
