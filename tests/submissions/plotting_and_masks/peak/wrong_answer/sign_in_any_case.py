"""Capital letters are forgiven, and the contract says any other sign.

fails: peak_edges
says: where ValueError was to be raised
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    sign = str(sign).lower()
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
