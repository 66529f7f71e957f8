"""The sine is computed as the root of 1 - cos², which has lost its sign.

fails: zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: a negative angle
"""


def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def cos_and_sin(angle):
    c = np.cos(angle)
    return c, np.sqrt(1 - c**2)


def rotation_x(gamma):
    c, s = cos_and_sin(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotation_y(phi):
    c, s = cos_and_sin(phi)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rotation_z(theta):
    c, s = cos_and_sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
