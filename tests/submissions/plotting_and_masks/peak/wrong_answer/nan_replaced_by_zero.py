"""NaN become 0, which is the largest value of a map below 0.

fails: peak_edges
says: NaN replaced by 0
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = np.nan_to_num(stat.get_fdata())
    ijk = np.unravel_index(values.argmax() if sign == "positive" else values.argmin(), values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
