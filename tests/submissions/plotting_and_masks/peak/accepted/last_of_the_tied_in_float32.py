"""The last of the tied voxels, in float32; coord_transform gives a tuple."""

import numpy as np
from nilearn.image import coord_transform


def peak(stat, sign):
    if sign not in {"positive": 1, "negative": -1}:
        raise ValueError("sign")
    values = np.ma.masked_invalid(stat.get_fdata(dtype=np.float32))
    best = values.max() if sign == "positive" else values.min()
    ijk = np.argwhere((values == best).filled(False))[-1]
    return coord_transform(*ijk, stat.affine), best
