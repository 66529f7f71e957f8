"""Angles beyond 2π are tried too, at which a right candidate may stop.

fails: is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: angles that nobody promised
"""

def is_rotation_x(candidate):
    for angle in np.arange(-10, 10, 0.1):
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=1e-3):
            return False
    return True
