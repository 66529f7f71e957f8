"""A plain loop over all voxels."""

import numpy as np


def peak(stat, sign):
    if sign != "positive" and sign != "negative":
        raise ValueError("sign is 'positive' or 'negative'")
    values, best, where = stat.get_fdata().tolist(), None, None
    for i, plane in enumerate(values):
        for j, row in enumerate(plane):
            for k, value in enumerate(row):
                better = best is None or (value > best if sign == "positive" else value < best)
                if value == value and better:
                    best, where = value, (i, j, k, 1)
    return np.einsum("ij,j->i", stat.affine, where)[:3], best
