"""Each matrix is the inverse of its opposite, which leaves some zeros as -0.0."""


def zoom_matrix(p, q, r):
    return -np.diag([-float(p), -float(q), -float(r)])


def inverse_turn(plane, angle):
    turn = np.eye(3)
    turn[np.ix_(plane, plane)] = [[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]]
    return np.linalg.inv(turn)


def rotation_x(gamma):
    return inverse_turn([1, 2], gamma)


def rotation_y(phi):
    return inverse_turn([2, 0], phi)


def rotation_z(theta):
    return inverse_turn([0, 1], theta)
