"""argmax and argmin, which take the first NaN for the extreme.

fails: peak_edges
says: a NaN, taken for a number
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    ijk = np.unravel_index((values if sign == "positive" else -values).argmax(), values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
