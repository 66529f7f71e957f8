"""scipy's map_coordinates, order 0, and an average with weights of 0 and 1."""

import nibabel as nib
import numpy as np
from scipy.ndimage import map_coordinates


def mean_in_mask(img, mask):
    to_mask = np.linalg.inv(mask.affine) @ img.affine
    ijk = nib.affines.apply_affine(to_mask, np.moveaxis(np.indices(img.shape), 0, -1))
    inside = map_coordinates(mask.get_fdata(), np.moveaxis(ijk, -1, 0), order=0) > 0
    values = np.ma.masked_invalid(img.get_fdata())
    return np.ma.average(values, weights=inside)
