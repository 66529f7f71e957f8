"""Columns of length 1 and a positive determinant, with no look at the angles between them.

fails: is_rotation_plain, is_rotation_rounding
says: columns of length 1 that are not at right angles
"""


def is_rotation(m):
    return bool(np.abs(np.linalg.norm(m, axis=0) - 1).max() < 1e-4 and np.linalg.det(m) > 0)
