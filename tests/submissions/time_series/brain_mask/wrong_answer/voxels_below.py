"""The comparison the wrong way round.

fails: brain_mask_example, brain_mask_plain, brain_mask_outliers, brain_mask_types
says: the voxels below the threshold
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means < fraction * np.percentile(means, 98)
