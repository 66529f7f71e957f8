"""Positions by einsum, in float32, and averages with weights of 0 and 1."""

import numpy as np


def amygdala_centres(mask):
    ijk1 = np.concatenate([np.indices(mask.shape), np.ones((1, *mask.shape))]).reshape(4, -1)
    mm = np.einsum("ij,jn->ni", mask.affine, ijk1).astype(np.float32)[:, :3]
    inside = mask.get_fdata(dtype=np.float32).ravel() > 0
    left = np.average(mm, axis=0, weights=inside & (mm[:, 0] < 0))
    right = np.average(mm, axis=0, weights=inside & (mm[:, 0] >= 0))
    return left, right
