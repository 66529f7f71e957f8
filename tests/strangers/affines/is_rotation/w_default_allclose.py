# wrong: np.allclose with its own tolerance (1e-8 beside a 0): float32 and rounded turns about tilted axes are refused
def is_rotation(m):
    m = np.asarray(m, dtype=float)
    return np.allclose(m.T @ m, np.eye(3)) and np.isclose(np.linalg.det(m), 1)
