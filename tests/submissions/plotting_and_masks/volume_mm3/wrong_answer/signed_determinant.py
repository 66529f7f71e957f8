"""A left-handed image has a determinant below 0.

fails: volume_mm3_plain, volume_mm3_shear, volume_mm3_edges
says: a determinant that keeps its sign
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.count_nonzero(mask.get_fdata() > 0) * np.linalg.det(mask.affine[:3, :3])
