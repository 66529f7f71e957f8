"""SciPy's rotations as the judge, every five degrees."""

from scipy.spatial.transform import Rotation


def is_rotation_x(candidate):
    try:
        for degrees in range(-360, 361, 5):
            angle = float(np.deg2rad(degrees))
            got = np.array(candidate(angle), dtype=float)
            right = Rotation.from_euler("x", angle).as_matrix()
            if got.shape != (3, 3) or not (np.abs(got - right) < 1.5e-5).all():
                return False
        return True
    except Exception:
        return False
