"""SciPy's nearest rotation is the matrix itself."""

from scipy.spatial.transform import Rotation


def is_rotation(m):
    if np.linalg.det(m) <= 0:
        return False
    return np.abs(Rotation.from_matrix(m).as_matrix() - m).max() < 1e-4
