"""The candidate is called with degrees (misconception 52), and a right one is turned away.

fails: is_rotation_x_example, is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: turns good work away
"""


def is_rotation_x(candidate):
    for degrees in range(-360, 361, 10):
        c, s = np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees))
        try:
            got = np.asarray(candidate(float(degrees)), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
    return True
