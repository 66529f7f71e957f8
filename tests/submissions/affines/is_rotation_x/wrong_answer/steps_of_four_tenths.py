"""A grid over the whole range, a little too coarse: a wrong stretch of 0.3 rad fits in between.

fails: is_rotation_x_subtle
says: wrong where no angle was tried
"""


def is_rotation_x(candidate):
    for angle in np.arange(-2 * np.pi, 2 * np.pi, 0.4).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
    return True
