"""SciPy's Rotation, from the axis times the angle."""

from scipy.spatial.transform import Rotation


def zoom_matrix(p, q, r):
    return np.eye(3) * [p, q, r]


def rotation_x(gamma):
    return Rotation.from_rotvec([gamma, 0, 0]).as_matrix()


def rotation_y(phi):
    return Rotation.from_rotvec([0, phi, 0]).as_matrix()


def rotation_z(theta):
    return Rotation.from_rotvec([0, 0, theta]).as_matrix()
