"""A plain mean, which is NaN as soon as one value is.

fails: mean_in_mask_edges
says: a NaN, taken for a number
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    ).get_fdata()
    return img.get_fdata()[there > 0].mean()
