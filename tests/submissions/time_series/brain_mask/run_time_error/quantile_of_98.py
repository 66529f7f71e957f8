"""The rank 98 given to `np.quantile`, which counts to 1.

fails: brain_mask_example, brain_mask_plain, brain_mask_outliers, brain_mask_types
says: ValueError
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means > fraction * np.quantile(means, 98)
