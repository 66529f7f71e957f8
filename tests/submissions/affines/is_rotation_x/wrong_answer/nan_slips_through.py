"""Asks whether any difference is too large; next to nan the answer is always no.

fails: is_rotation_x_subtle
says: nan slips through
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or np.any(np.abs(got - [[1, 0, 0], [0, c, -s], [0, s, c]]) > 2e-5):
            return False
    return True
