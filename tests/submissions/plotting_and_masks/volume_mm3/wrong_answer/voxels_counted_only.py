"""The number of voxels, without their size.

fails: volume_mm3_example, volume_mm3_plain, volume_mm3_shear, volume_mm3_edges
says: counting voxels without their size
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.count_nonzero(mask.get_fdata() > 0)
