# wrong: rotation_y has the signs of the other two carried over (turns first towards third): every phi with sin != 0
def zoom_matrix(p, q, r):
    return np.diag([float(p), float(q), float(r)])


def rotation_x(gamma):
    c, s = np.cos(gamma), np.sin(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotation_y(phi):
    c, s = np.cos(phi), np.sin(phi)
    return np.array([[c, 0, -s], [0, 1, 0], [s, 0, c]])


def rotation_z(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
