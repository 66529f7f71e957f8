"""The numbers in the file, without slope and intercept.

fails: peak_edges
says: the value of peak
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    stored = getattr(stat.dataobj, "get_unscaled", stat.get_fdata)()
    values = np.asarray(stored, dtype=float)
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
