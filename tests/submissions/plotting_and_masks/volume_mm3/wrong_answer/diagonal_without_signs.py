"""The absolute diagonal: right until the image is turned (misconception 3).

fails: volume_mm3_plain, volume_mm3_shear
says: the diagonal of the affine
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.count_nonzero(mask.get_fdata() > 0) * np.prod(np.abs(np.diag(mask.affine)[:3]))
