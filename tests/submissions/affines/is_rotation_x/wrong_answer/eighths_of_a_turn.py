"""Round angles alone, every eighth of a turn: somebody may have tabulated just those.

fails: is_rotation_x_subtle
says: round angles alone
"""


def is_rotation_x(candidate):
    for eighth in range(-8, 9):
        angle = eighth * np.pi / 4
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
    return True
