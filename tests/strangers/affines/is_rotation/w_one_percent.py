# wrong: tolerance 0.01: zooms of up to 0.3 % along all axes and shears below 1 % pass
def is_rotation(m):
    m = np.asarray(m, dtype=float)
    return bool(np.allclose(m.T @ m, np.eye(3), atol=1e-2) and np.isclose(np.linalg.det(m), 1, atol=1e-2))
