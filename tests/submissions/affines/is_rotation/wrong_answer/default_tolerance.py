"""np.allclose with its default atol of 1e-8, too strict for zeros that were rounded to float32.

fails: is_rotation_rounding
says: too strict a comparison
"""


def is_rotation(m):
    return bool(np.allclose(m.T @ m, np.eye(3)) and np.isclose(np.linalg.det(m), 1))
