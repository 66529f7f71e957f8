"""Nine verdicts come back instead of one.

fails: is_rotation_example, is_rotation_plain, is_rotation_mirrors, is_rotation_rounding
says: an array of bool
"""


def is_rotation(m):
    return np.isclose(m.T @ m, np.eye(3), atol=1e-5) & (np.linalg.det(m) > 0)
