"""Values below 0 count as inside.

fails: mean_in_mask_edges
says: every voxel of the mask that is not 0
"""

import numpy as np
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    there = resample_to_img(
        mask, img, interpolation="nearest", force_resample=True, copy_header=True
    ).get_fdata()
    return np.nanmean(img.get_fdata()[there.astype(bool)])
