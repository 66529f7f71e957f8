# right: compares with what scipy makes of it as a rotation; refuses when scipy refuses
from scipy.spatial.transform import Rotation


def is_rotation(m):
    m = np.array(m, float)
    if np.linalg.det(m) <= 0.5:
        return False
    nearest = Rotation.from_matrix(m).as_matrix()
    return bool(np.allclose(nearest, m, rtol=0, atol=5e-5))
