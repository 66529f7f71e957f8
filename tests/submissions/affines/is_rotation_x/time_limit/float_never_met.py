"""A loop that ends when the angle equals 2π, which a sum of tenths never does.

fails: is_rotation_x_example, is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: long
"""


def is_rotation_x(candidate):
    angle = -2 * np.pi
    while angle != 2 * np.pi:
        turn = np.remainder(angle, 2 * np.pi)
        c, s = np.cos(turn), np.sin(turn)
        try:
            got = np.asarray(candidate(turn), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
        angle += 0.1
    return True
