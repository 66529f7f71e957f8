# right: 3000 seeded random angles, expected matrix from scipy's rotation vectors; complex type without imaginary part passes
from scipy.spatial.transform import Rotation


def is_rotation_x(candidate):
    generator = np.random.default_rng(2)
    for angle in generator.uniform(-2 * np.pi, 2 * np.pi, 3000).tolist():
        want = Rotation.from_rotvec([angle, 0, 0]).as_matrix()
        try:
            got = np.asarray(candidate(angle))
            if got.shape != (3, 3) or got.dtype.kind in "USbmMV":
                return False
            off = np.abs(got.astype(complex) - want).max()
        except Exception:
            return False
        if not off < 1e-3:
            return False
    return True
