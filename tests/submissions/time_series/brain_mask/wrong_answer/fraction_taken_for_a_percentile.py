"""The fraction, taken for the rank of the percentile.

fails: brain_mask_plain, brain_mask_outliers, brain_mask_types
says: the fraction as a percentile
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means > np.percentile(means, 100 * fraction)
