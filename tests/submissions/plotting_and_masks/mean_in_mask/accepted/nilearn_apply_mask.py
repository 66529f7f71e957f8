"""nilearn's resample_img and apply_mask; NaN are taken out of the mask first."""

import nibabel as nib
import numpy as np
from nilearn.image import resample_img
from nilearn.masking import apply_mask


def mean_in_mask(img, mask):
    there = resample_img(
        mask, target_affine=img.affine, target_shape=img.shape, interpolation="nearest"
    )
    inside = (there.get_fdata() > 0) & ~np.isnan(img.get_fdata())
    return apply_mask(img, nib.Nifti1Image(inside.astype(np.uint8), img.affine)).mean()
