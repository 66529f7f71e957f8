"""The mask's array on the image's, as if they shared a grid (misconception 72).

fails: mean_in_mask_example, mean_in_mask_plain, mean_in_mask_oblique, mean_in_mask_edges
says: it stopped with IndexError
"""

import numpy as np


def mean_in_mask(img, mask):
    return np.nanmean(img.get_fdata()[mask.get_fdata() > 0])
