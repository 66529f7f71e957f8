"""The first voxel that equals the extreme; a list and a Python float come back."""

import numpy as np


def peak(stat, sign):
    values = stat.get_fdata()
    if sign == "positive":
        best = np.nanmax(values)
    elif sign == "negative":
        best = np.nanmin(values)
    else:
        raise ValueError(sign)
    i, j, k = np.argwhere(values == best)[0]
    return (stat.affine @ [i, j, k, 1])[:3].tolist(), float(best)
