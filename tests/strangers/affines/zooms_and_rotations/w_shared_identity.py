# wrong: x and z share one array; not fresh, and rotation_x does not clear what an earlier rotation_z left: wrong after a turn about z
IDENTITY = np.eye(3)


def zoom_matrix(p, q, r):
    return np.diag([p, q, r]) * 1.0


def rotation_x(gamma):
    m = IDENTITY
    m[1:, 1:] = [[np.cos(gamma), -np.sin(gamma)], [np.sin(gamma), np.cos(gamma)]]
    return m


def rotation_y(phi):
    m = np.eye(3)
    m[0, 0] = m[2, 2] = np.cos(phi)
    m[0, 2] = np.sin(phi)
    m[2, 0] = -np.sin(phi)
    return m


def rotation_z(theta):
    # clear what a turn about x may have left, then fill in
    m = IDENTITY
    m[2] = [0, 0, 1]
    m[:2, :2] = [[np.cos(theta), -np.sin(theta)], [np.sin(theta), np.cos(theta)]]
    m[:2, 2] = 0
    return m
