"""Values below 0 count as inside.

fails: volume_mm3_edges
says: counting every voxel that is not 0
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.count_nonzero(mask.get_fdata()) * abs(np.linalg.det(mask.affine[:3, :3]))
