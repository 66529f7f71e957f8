"""Voxel numbers from the diagonals of the two affines (misconceptions 1, 71).

fails: mean_in_mask_oblique, mean_in_mask_edges
says: it is wrong
"""

import numpy as np


def mean_in_mask(img, mask):
    ijk = np.argwhere(~np.isnan(img.get_fdata()))
    mm = ijk * np.diag(img.affine)[:3] + img.affine[:3, 3]
    there = np.rint((mm - mask.affine[:3, 3]) / np.diag(mask.affine)[:3]).astype(int)
    known = np.all((there >= 0) & (there < mask.shape), axis=1)
    values = img.get_fdata()[tuple(ijk[known].T)]
    return values[mask.get_fdata()[tuple(there[known].T)] > 0].mean()
