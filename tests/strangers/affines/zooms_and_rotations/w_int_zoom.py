# wrong: zoom_matrix of three whole numbers is an int array, not float (so later in-place work loses decimals)
def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def rotation_x(gamma):
    c, s = np.cos(gamma), np.sin(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotation_y(phi):
    c, s = np.cos(phi), np.sin(phi)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rotation_z(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
