"""cos and sin are used by their bare names, imported from nowhere.

fails: zooms_and_rotations_example, zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: it stopped with NameError
"""


def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def rotation_x(gamma):
    return np.array([[1, 0, 0], [0, cos(gamma), -sin(gamma)], [0, sin(gamma), cos(gamma)]])


def rotation_y(phi):
    return np.array([[cos(phi), 0, sin(phi)], [0, 1, 0], [-sin(phi), 0, cos(phi)]])


def rotation_z(theta):
    return np.array([[cos(theta), -sin(theta), 0], [sin(theta), cos(theta), 0], [0, 0, 1]])
