"""A thousand random angles, seeded, and the exponential of a skew matrix as the judge."""

from scipy.linalg import expm


def is_rotation_x(candidate):
    rng = np.random.default_rng(1)
    skew = np.array([[0, 0, 0], [0, 0, -1], [0, 1, 0]])
    angles = rng.uniform(-2 * np.pi, 2 * np.pi, 1000)
    for angle, right in zip(angles, expm(angles[:, None, None] * skew), strict=True):
        try:
            got = np.asarray(candidate(float(angle)), dtype=float)
        except Exception:
            return 0
        if got.shape != (3, 3) or not np.max(np.abs(got - right)) < 2e-5:
            return 0
    return 1
