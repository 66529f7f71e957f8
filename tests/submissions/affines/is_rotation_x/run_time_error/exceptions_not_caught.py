"""A candidate that raises takes the test down with it.

fails: is_rotation_x_crude, is_rotation_x_subtle
says: it stopped with
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        c, s = np.cos(angle), np.sin(angle)
        got = np.asarray(candidate(angle), dtype=float)
        if got.shape != (3, 3) or not np.allclose(got, [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
            return False
    return True
