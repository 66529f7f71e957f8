"""A threshold for each slice, from that slice's own percentile.

fails: brain_mask_outliers, brain_mask_types
says: the percentile of each slice
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means > fraction * np.percentile(means, 98, axis=(0, 1))
