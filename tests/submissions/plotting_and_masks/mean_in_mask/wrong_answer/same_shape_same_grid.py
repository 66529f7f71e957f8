"""Resampled only where the shapes differ (misconception 72).

fails: mean_in_mask_oblique, mean_in_mask_edges
says: as it is, on another grid
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    if mask.shape != img.shape:
        mask = resample_to_img(
            mask, img, interpolation="nearest", force_resample=True, copy_header=True
        )
    return np.nanmean(img.get_fdata()[mask.get_fdata() > 0])
