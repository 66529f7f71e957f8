"""Follows the second axis alone: the first and the third may go anywhere.

fails: is_rotation_x_crude, is_rotation_x_subtle
says: some of the nine entries
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        try:
            got = np.asarray(candidate(angle), dtype=float) @ [0, 1, 0]
        except Exception:
            return False
        if got.shape != (3,) or not np.allclose(got, [0, np.cos(angle), np.sin(angle)], atol=2e-5):
            return False
    return True
