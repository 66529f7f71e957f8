"""The voxel of the largest absolute value, whatever the sign.

fails: peak_example, peak_motor, peak_oblique, peak_edges
says: apart from its sign
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    ijk = np.unravel_index(np.nanargmax(np.abs(values)), values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
