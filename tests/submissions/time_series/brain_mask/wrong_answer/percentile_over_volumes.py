"""The percentile over all numbers of the film, not over the map of means.

fails: brain_mask_outliers, brain_mask_types
says: the percentile over all volumes
"""

def brain_mask(bold, fraction):
    return bold.mean(axis=-1) > fraction * np.percentile(bold, 98)
