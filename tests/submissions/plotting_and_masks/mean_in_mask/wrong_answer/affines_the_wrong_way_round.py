"""A⁻¹B where B⁻¹A is meant (misconceptions 32, 39).

fails: mean_in_mask_example, mean_in_mask_plain, mean_in_mask_oblique, mean_in_mask_edges
says: it is wrong
"""

import nibabel as nib
import numpy as np


def mean_in_mask(img, mask):
    to_mask = np.linalg.inv(img.affine) @ mask.affine
    ijk = np.argwhere(~np.isnan(img.get_fdata()))
    there = np.rint(nib.affines.apply_affine(to_mask, ijk)).astype(int)
    known = np.all((there >= 0) & (there < mask.shape), axis=1)
    values = img.get_fdata()[tuple(ijk[known].T)]
    return values[mask.get_fdata()[tuple(there[known].T)] > 0].mean()
