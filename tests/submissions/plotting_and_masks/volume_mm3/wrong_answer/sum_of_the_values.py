"""The values are summed, as if they were all 0 and 1.

fails: volume_mm3_edges
says: the sum of the values
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return mask.get_fdata().sum() * abs(np.linalg.det(mask.affine[:3, :3]))
