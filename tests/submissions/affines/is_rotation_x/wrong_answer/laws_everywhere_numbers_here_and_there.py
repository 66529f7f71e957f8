"""Lengths and hands on a fine grid, entries only at six angles: a turn by too much passes in between.

fails: is_rotation_x_subtle
says: turns too far at some angles
"""


def is_rotation_x(candidate):
    try:
        for angle in np.linspace(-2 * np.pi, 2 * np.pi, 80).tolist():
            m = np.asarray(candidate(angle), dtype=float)
            lengths = m.shape == (3, 3) and np.allclose(m.T @ m, np.eye(3), atol=1e-4)
            if not lengths or not np.allclose(m[0], [1, 0, 0], atol=2e-5) or np.linalg.det(m) < 0:
                return False
        for angle in -5.0, -2.0, -0.6, 0.9, 2.5, 4.1:
            c, s = np.cos(angle), np.sin(angle)
            if not np.allclose(candidate(angle), [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
                return False
    except Exception:
        return False
    return True
