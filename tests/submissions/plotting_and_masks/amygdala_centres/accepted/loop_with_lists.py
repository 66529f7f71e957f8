"""A loop over the voxels that are inside; lists of Python floats come back."""

import numpy as np


def amygdala_centres(mask):
    values = np.asanyarray(mask.dataobj)
    left, right = [], []
    for ijk in zip(*np.nonzero(values > 0)):
        position = mask.affine.dot([*ijk, 1])[:3]
        (left if position[0] < 0 else right).append(position)
    return [[float(np.mean(part)) for part in zip(*side)] for side in (left, right)]
