"""The first volume in place of the mean over time.

fails: brain_mask_outliers
says: the first volume in place of the mean
"""

def brain_mask(bold, fraction):
    first = bold[..., 0]
    return first > fraction * np.percentile(first, 98)
