"""Inside is what exceeds one half.

fails: mean_in_mask_plain
says: a line at one half
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    ).get_fdata()
    return np.nanmean(img.get_fdata()[there > 0.5])
