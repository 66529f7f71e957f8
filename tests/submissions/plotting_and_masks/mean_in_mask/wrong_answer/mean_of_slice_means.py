"""The mean of the slices' means, each slice counting the same (misconception 89).

fails: mean_in_mask_plain, mean_in_mask_oblique, mean_in_mask_edges
says: it is wrong
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    ).get_fdata()
    means = []
    for k in range(img.shape[2]):
        values = img.get_fdata()[:, :, k][there[:, :, k] > 0]
        if np.any(~np.isnan(values)):
            means.append(np.nanmean(values))
    return np.mean(means)
