"""The voxel number is reported as the place (misconception 42).

fails: peak_example, peak_motor, peak_oblique, peak_edges
says: voxel number, not converted to mm
"""

import numpy as np


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    index = np.nanargmax(values) if sign == "positive" else np.nanargmin(values)
    ijk = np.unravel_index(index, values.shape)
    return np.array(ijk), values[ijk]
