"""Looks for the shape on the result itself, so that a list of rows counts as a failure.

fails: is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: a list of lists
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = candidate(angle)
            if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
                return False
        except Exception:
            return False
    return True
