# wrong: only the determinant is asked for: shears and diag(2, 0.5, 1) with determinant 1 pass
def is_rotation(m):
    return bool(np.isclose(np.linalg.det(m), 1, atol=1e-4))
