"""The map is turned over for a negative peak, and the value not turned back.

fails: peak_motor, peak_oblique, peak_edges
says: leaving out the sign
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata() * (1 if sign == "positive" else -1)
    ijk = np.unravel_index(np.nanargmax(values), values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
