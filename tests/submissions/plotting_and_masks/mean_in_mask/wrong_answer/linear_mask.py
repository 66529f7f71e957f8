"""The mask is resampled linearly, and the rim counts as inside (misconception 68).

fails: mean_in_mask_example, mean_in_mask_plain, mean_in_mask_oblique, mean_in_mask_edges
says: resampling the mask linearly
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="linear", force_resample=True, copy_header=True
    )
    return np.nanmean(img.get_fdata()[there.get_fdata() > 0])
