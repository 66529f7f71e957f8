"""The affine's diagonal times the voxel number, plus the origin (misconceptions 1, 71).

fails: peak_oblique
says: diagonal of the affine
"""

import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return np.diag(stat.affine)[:3] * ijk + stat.affine[:3, 3], values[ijk]
