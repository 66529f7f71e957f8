"""The first voxel size to the third.

fails: volume_mm3_example, volume_mm3_plain, volume_mm3_shear, volume_mm3_edges
says: the cube of one voxel size
"""

import nibabel as nib
import numpy as np


def volume_mm3(mask):
    return np.sum(mask.get_fdata() > 0) * nib.affines.voxel_sizes(mask.affine)[0] ** 3
