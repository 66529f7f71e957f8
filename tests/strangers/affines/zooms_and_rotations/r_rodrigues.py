# right: all three turns from Rodrigues' formula about a unit axis
def zoom_matrix(p, q, r):
    return np.eye(3) * np.array([p, q, r], dtype=float)


def _about(axis, angle):
    x, y, z = axis
    cross = np.array([[0, -z, y], [z, 0, -x], [-y, x, 0]], dtype=float)
    return np.eye(3) + np.sin(angle) * cross + (1 - np.cos(angle)) * cross @ cross


def rotation_x(gamma):
    return _about((1, 0, 0), gamma)


def rotation_y(phi):
    return _about((0, 1, 0), phi)


def rotation_z(theta):
    return _about((0, 0, 1), theta)
