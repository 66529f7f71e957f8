"""All entries, at the one angle of 0.3.

fails: is_rotation_x_subtle
says: sine is negative
"""


def is_rotation_x(candidate):
    c, s = np.cos(0.3), np.sin(0.3)
    try:
        got = np.asarray(candidate(0.3), dtype=float)
    except Exception:
        return False
    return got.shape == (3, 3) and np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5)
