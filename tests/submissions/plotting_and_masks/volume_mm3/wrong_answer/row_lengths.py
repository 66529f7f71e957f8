"""Row lengths of the affine instead of column lengths (misconception 2).

fails: volume_mm3_plain, volume_mm3_shear
says: it is wrong
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    rows = np.linalg.norm(mask.affine[:3, :3], axis=1)
    return np.count_nonzero(mask.get_fdata() > 0) * np.prod(rows)
