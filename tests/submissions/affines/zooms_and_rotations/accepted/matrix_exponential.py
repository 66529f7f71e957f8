"""The exponential of the angle times a skew matrix; zooms filled in one by one."""

from scipy.linalg import expm


def skew(x, y, z):
    return np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]])


def zoom_matrix(p, q, r):
    matrix = np.zeros((3, 3))
    for axis, factor in enumerate((p, q, r)):
        matrix[axis, axis] = factor
    return matrix


def rotation_x(gamma):
    return expm(gamma * skew(1, 0, 0))


def rotation_y(phi):
    return expm(phi * skew(0, 1, 0))


def rotation_z(theta):
    return expm(theta * skew(0, 0, 1))
