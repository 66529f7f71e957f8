"""np.cos and np.sin are given degrees (misconception 52), except about z, where it was noticed.

fails: zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: giving degrees to cos and sin
"""


def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def rotation_x(gamma):
    gamma = np.degrees(gamma)
    return np.array([[1, 0, 0], [0, np.cos(gamma), -np.sin(gamma)], [0, np.sin(gamma), np.cos(gamma)]])


def rotation_y(phi):
    phi = np.degrees(phi)
    return np.array([[np.cos(phi), 0, np.sin(phi)], [0, 1, 0], [-np.sin(phi), 0, np.cos(phi)]])


def rotation_z(theta):
    return np.array([[np.cos(theta), -np.sin(theta), 0], [np.sin(theta), np.cos(theta), 0], [0, 0, 1]])
