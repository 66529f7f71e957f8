"""The percentile is taken over the voxels above 0 alone.

fails: brain_mask_outliers
says: voxels above 0 alone
"""

def brain_mask(bold, fraction):
    mean = np.mean(bold, axis=-1)
    return mean > fraction * np.percentile(mean[mean > 0], 98)
