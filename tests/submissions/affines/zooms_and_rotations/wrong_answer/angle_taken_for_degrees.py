"""The angle is converted as if it were in degrees (misconception 52): still a rotation, by too little.

fails: zooms_and_rotations_example, zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: taking the angle for degrees
"""


def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def rotation_x(gamma):
    c, s = np.cos(np.radians(gamma)), np.sin(np.radians(gamma))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotation_y(phi):
    c, s = np.cos(np.radians(phi)), np.sin(np.radians(phi))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rotation_z(theta):
    c, s = np.cos(np.radians(theta)), np.sin(np.radians(theta))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
