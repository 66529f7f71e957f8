# wrong: forgets the absolute value in the difference: shrinking zooms (diag(1, 1, 0.99)) and shears with a negative dot pass
def is_rotation(m):
    m = np.asarray(m, dtype=float)
    too_much = (m.T @ m - np.eye(3)).max()
    return bool(too_much < 1e-4 and np.linalg.det(m) > 0)
