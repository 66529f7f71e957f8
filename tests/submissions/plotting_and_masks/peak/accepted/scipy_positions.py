"""scipy's maximum_position, with NaN moved out of the way."""

import numpy as np
from scipy import ndimage


def peak(stat, sign):
    if sign == "positive":
        values = np.where(np.isnan(stat.get_fdata()), -np.inf, stat.get_fdata())
        ijk = ndimage.maximum_position(values)
    elif sign == "negative":
        values = np.where(np.isnan(stat.get_fdata()), np.inf, stat.get_fdata())
        ijk = ndimage.minimum_position(values)
    else:
        raise ValueError("no such sign")
    return [stat.affine[:3, :3] @ np.array(ijk) + stat.affine[:3, 3], values[ijk]]
