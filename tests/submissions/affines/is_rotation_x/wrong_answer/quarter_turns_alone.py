"""Entries at quarter-turns only (misconceptions 47 and 53): cosines are 0 or ±1 there.

fails: is_rotation_x_crude, is_rotation_x_subtle
says: too few angles
"""


def is_rotation_x(candidate):
    for quarter in range(-4, 5):
        angle = quarter * np.pi / 2
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
    return True
