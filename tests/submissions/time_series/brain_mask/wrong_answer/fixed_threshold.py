"""A threshold in scanner units, that fits one image.

fails: brain_mask_plain, brain_mask_outliers, brain_mask_types
says: numbers are wrong
"""

def brain_mask(bold, fraction):
    return bold.mean(axis=-1) > 500
