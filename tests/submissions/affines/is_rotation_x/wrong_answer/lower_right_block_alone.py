"""Only the four entries with a sine or a cosine are compared.

fails: is_rotation_x_subtle
says: some of the nine entries
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            got = np.asarray(candidate(angle), dtype=float)
        except Exception:
            return False
        if got.shape != (3, 3) or not np.allclose(got[1:, 1:], [[c, -s], [s, c]], atol=2e-5):
            return False
    return True
