# wrong: rotation_x is the transpose (rows taken for columns), turns third towards second: every gamma with sin != 0
def zoom_matrix(p, q, r):
    return np.diag(np.float64([p, q, r]))


def rotation_x(gamma):
    first = [1, 0, 0]
    second = [0, np.cos(gamma), np.sin(gamma)]
    third = [0, -np.sin(gamma), np.cos(gamma)]
    return np.array([first, second, third])


def rotation_y(phi):
    first = [np.cos(phi), 0, -np.sin(phi)]
    second = [0, 1, 0]
    third = [np.sin(phi), 0, np.cos(phi)]
    return np.array([first, second, third]).T


def rotation_z(theta):
    first = [np.cos(theta), np.sin(theta), 0]
    second = [-np.sin(theta), np.cos(theta), 0]
    third = [0, 0, 1]
    return np.array([first, second, third]).T
