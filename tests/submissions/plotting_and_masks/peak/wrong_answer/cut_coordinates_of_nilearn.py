"""The cut that nilearn would choose, the centre of a region and not its peak (misconception 78).

fails: peak_example, peak_motor, peak_oblique, peak_edges
says: peak
"""

import numpy as np
from nilearn.plotting import find_xyz_cut_coords


def peak(stat, sign):
    if sign not in ("positive", "negative"):
        raise ValueError(sign)
    values = stat.get_fdata()
    value = np.nanmax(values) if sign == "positive" else np.nanmin(values)
    return np.array(find_xyz_cut_coords(stat)), value
