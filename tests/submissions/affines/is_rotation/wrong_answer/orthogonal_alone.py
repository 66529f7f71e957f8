"""Orthogonality without the determinant: a mirror passes for a turn.

fails: is_rotation_mirrors
says: takes a mirror for a turn
"""


def is_rotation(m):
    return np.allclose(m.T @ m, np.eye(3), atol=1e-5)
