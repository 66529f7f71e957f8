"""A fine grid of angles, none of them negative.

fails: is_rotation_x_subtle
says: no negative angle
"""


def is_rotation_x(candidate):
    for angle in np.linspace(0, 2 * np.pi, 100).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
    return True
