"""`bold[0]`, a slab of the head over time, taken for the first volume (misconception 81).

fails: brain_mask_example, brain_mask_plain, brain_mask_outliers, brain_mask_types
says: was wanted
"""

def brain_mask(bold, fraction):
    first = bold[0]
    return first > fraction * np.percentile(first, 98)
