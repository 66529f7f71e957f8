"""The 4 x 4 affine has the same determinant; a loop counts."""

import numpy as np


def volume_mm3(mask):
    count = 0
    for value in mask.get_fdata().ravel():
        if value > 0:
            count += 1
    return np.array(count * np.abs(np.linalg.det(mask.affine)))
