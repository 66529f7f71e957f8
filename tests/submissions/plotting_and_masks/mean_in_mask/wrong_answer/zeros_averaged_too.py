"""The image times the mask, averaged over everything (misconception 87).

fails: mean_in_mask_example, mean_in_mask_plain, mean_in_mask_oblique, mean_in_mask_edges
says: averaging the zeros
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    ).get_fdata()
    return np.nanmean(img.get_fdata() * (there > 0))
