"""The largest difference without abs: what is too small by any amount passes.

fails: is_rotation_plain, is_rotation_rounding
says: it is not the right one
"""


def is_rotation(m):
    return bool((m.T @ m - np.eye(3)).max() < 1e-5 and np.linalg.det(m) > 0)
