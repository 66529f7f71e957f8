"""The inverse is the transpose, and the determinant is 1."""


def is_rotation(m):
    return np.allclose(np.linalg.inv(m), m.T, atol=1e-4) and np.isclose(np.linalg.det(m), 1, atol=1e-4)
