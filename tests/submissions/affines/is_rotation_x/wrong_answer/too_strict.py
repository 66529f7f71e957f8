"""Compared with == (misconception 56): good candidates are turned away.

fails: is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: turns good work away
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle))
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], rtol=1e-10, atol=1e-10):
            return False
    return True
