"""np.allclose with its default atol of 1e-8 turns away float32, where a zero was rounded.

fails: is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: turns good work away
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 61).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]]):
            return False
    return True
