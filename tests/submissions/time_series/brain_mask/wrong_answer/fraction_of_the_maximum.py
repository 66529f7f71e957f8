"""A fraction of the brightest voxel, as in the text before the exercise.

fails: brain_mask_outliers, brain_mask_types
says: a fraction of the maximum
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means > fraction * means.max()
