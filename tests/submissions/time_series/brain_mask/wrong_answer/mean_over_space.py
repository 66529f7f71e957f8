"""The mean over the axes of space, which leaves a signal, not a map (misconception 84).

fails: brain_mask_example, brain_mask_plain, brain_mask_outliers, brain_mask_types
says: was wanted
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=(0, 1, 2))
    return means > fraction * np.percentile(means, 98)
