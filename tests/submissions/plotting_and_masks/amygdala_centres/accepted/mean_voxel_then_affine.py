"""The mean voxel of each side, mapped to mm: the map of a mean is the mean of the map."""

import nibabel as nib
import numpy as np


def amygdala_centres(mask):
    ijk = np.argwhere(mask.get_fdata() > 0)
    x = ijk @ mask.affine[0, :3] + mask.affine[0, 3]
    means = np.array([ijk[x < 0].mean(axis=0), ijk[x > 0].mean(axis=0)])
    return nib.affines.apply_affine(mask.affine, means)
