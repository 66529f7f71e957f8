"""The mean of each slice, then the mean of those, whatever their numbers of voxels (misconception 89).

fails: mean_signal_mask, mean_signal_edges
says: a mean of slice means
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    slices = [bold[:, :, k][mask[:, :, k]].mean(axis=0) for k in range(bold.shape[2]) if mask[:, :, k].any()]
    return np.mean(slices, axis=0)
