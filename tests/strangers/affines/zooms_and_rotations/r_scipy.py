# right: scipy's Rotation does the turning, scipy.linalg.block_diag the zoom (made float)
from scipy.linalg import block_diag
from scipy.spatial.transform import Rotation


def zoom_matrix(p, q, r):
    return block_diag(float(p), float(q), float(r))


def rotation_x(gamma):
    return Rotation.from_euler("x", gamma).as_matrix()


def rotation_y(phi):
    return Rotation.from_euler("y", phi).as_matrix()


def rotation_z(theta):
    return Rotation.from_euler("z", theta).as_matrix()
