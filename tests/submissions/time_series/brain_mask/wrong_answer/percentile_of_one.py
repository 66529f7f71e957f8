"""The rank 0.98 given to `np.percentile`, which counts to 100 (misconception 98).

fails: brain_mask_example, brain_mask_plain, brain_mask_outliers, brain_mask_types
says: nearly the minimum
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means > fraction * np.percentile(means, 0.98)
