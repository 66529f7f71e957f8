"""Only values above 0 count as positive, and 0 stands in where there is none.

fails: peak_oblique, peak_edges
says: on one side of 0
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = np.nan_to_num(stat.get_fdata())
    values = np.clip(values, 0, None) if sign == "positive" else np.clip(values, None, 0)
    ijk = np.unravel_index(np.abs(values).argmax(), values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), values[ijk]
