"""np.allclose stretches shapes until they fit, so that (1, 3, 3) passes.

fails: is_rotation_x_subtle
says: stretches shapes
"""


def is_rotation_x(candidate):
    for angle in np.linspace(-2 * np.pi, 2 * np.pi, 60).tolist():
        c, s = np.cos(angle), np.sin(angle)
        try:
            if not np.allclose(candidate(angle), [[1, 0, 0], [0, c, -s], [0, s, c]], atol=2e-5):
                return False
        except Exception:
            return False
    return True
