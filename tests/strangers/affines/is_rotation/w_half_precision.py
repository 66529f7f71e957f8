# wrong (by the letter of "any kind of number"; arguable, see notes): np.linalg.det raises TypeError for float16; else right
def is_rotation(m):
    orthogonal = np.allclose(m.T @ m, np.eye(3), rtol=0, atol=1e-4)
    return bool(orthogonal and np.linalg.det(m) > 0)
