"""The length of the list of voxels; the root of det(M.T @ M)."""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    m = mask.affine[:3, :3]
    return len(np.argwhere(mask.get_fdata() > 0)) * np.sqrt(np.linalg.det(m.T @ m))
