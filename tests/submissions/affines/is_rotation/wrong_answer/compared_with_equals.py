"""Rounded numbers are compared with == (misconception 56): most good rotations are turned away.

fails: is_rotation_plain, is_rotation_mirrors, is_rotation_rounding
says: comparing rounded numbers with ==
"""


def is_rotation(m):
    return bool((m @ m.T == np.eye(3)).all() and np.linalg.det(m) > 0)
