"""Turned and stretched, but the translation is left out (misconceptions 25, 26).

fails: peak_motor, peak_oblique, peak_edges
says: leaving out the translation
"""

import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return (stat.affine @ np.append(ijk, 0))[:3], values[ijk]
