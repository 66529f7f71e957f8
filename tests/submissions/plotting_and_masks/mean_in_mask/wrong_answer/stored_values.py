"""The numbers in the file, without slope and intercept.

fails: mean_in_mask_edges
says: stored values, not scaled
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    ).get_fdata()
    stored = getattr(img.dataobj, "get_unscaled", img.get_fdata)()
    return np.nanmean(np.asarray(stored, dtype=float)[there > 0])
