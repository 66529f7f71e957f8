"""argmax's flat number is handed to the affine, which wants three.

fails: peak_example, peak_motor, peak_oblique, peak_edges
says: it stopped with
"""

import nibabel as nib
import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    return nib.affines.apply_affine(stat.affine, index), values.flat[index]
