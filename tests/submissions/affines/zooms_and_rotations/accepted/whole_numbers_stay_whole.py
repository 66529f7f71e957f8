"""A zoom by whole factors is a matrix of whole numbers: the contract asks for no type there."""

def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def rotation_x(gamma):
    return _turn(gamma, 1, 2)


def rotation_y(phi):
    return _turn(phi, 2, 0)


def rotation_z(theta):
    return _turn(theta, 0, 1)


def _turn(angle, first, second):
    matrix = np.eye(3)
    matrix[first, first] = matrix[second, second] = np.cos(angle)
    matrix[second, first] = np.sin(angle)
    matrix[first, second] = -np.sin(angle)
    return matrix
