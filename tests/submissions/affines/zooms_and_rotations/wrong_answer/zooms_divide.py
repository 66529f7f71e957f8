"""The zooms are thought of as pulling the image (tutorial error 19): factors become their inverses.

fails: zooms_and_rotations_zooms
says: dividing by the factors
"""


def zoom_matrix(p, q, r):
    return np.diag([1 / p, 1 / q, 1 / r])


def rotation_x(gamma):
    c, s = np.cos(gamma), np.sin(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotation_y(phi):
    c, s = np.cos(phi), np.sin(phi)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rotation_z(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
