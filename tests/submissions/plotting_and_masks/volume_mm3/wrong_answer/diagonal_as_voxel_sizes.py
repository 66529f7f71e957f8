"""The product of the affine's diagonal, sign and all (misconception 1).

fails: volume_mm3_plain, volume_mm3_shear, volume_mm3_edges
says: determinant that keeps its sign
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.count_nonzero(mask.get_fdata() > 0) * np.prod(np.diag(mask.affine)[:3])
