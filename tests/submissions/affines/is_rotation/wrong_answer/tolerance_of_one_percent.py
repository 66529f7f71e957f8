"""A tolerance of 1 % and a bit lets small shears and zooms pass.

fails: is_rotation_rounding
says: too large a tolerance
"""


def is_rotation(m):
    return bool(np.allclose(m.T @ m, np.eye(3), atol=0.015) and np.linalg.det(m) > 0)
