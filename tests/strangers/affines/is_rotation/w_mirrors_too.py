# wrong: orthogonal is enough: mirrors pass
def is_rotation(m):
    m = np.asarray(m, dtype=float)
    return bool(np.abs(m.T @ m - np.eye(3)).max() < 1e-5)
