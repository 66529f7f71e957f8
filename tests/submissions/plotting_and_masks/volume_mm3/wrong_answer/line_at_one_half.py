"""Inside is what exceeds one half.

fails: volume_mm3_edges
says: above one half only
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.sum(mask.get_fdata() > 0.5) * abs(np.linalg.det(mask.affine[:3, :3]))
