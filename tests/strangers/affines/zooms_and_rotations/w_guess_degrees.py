# wrong: an angle above 2 pi in size is taken for degrees: all angles of more than one full turn
def _cs(angle):
    if abs(angle) > 2 * np.pi:  # must have been meant in degrees
        angle = np.deg2rad(angle)
    return np.cos(angle), np.sin(angle)


def zoom_matrix(p, q, r):
    return np.diag([p, q, r]).astype(float)


def rotation_x(gamma):
    c, s = _cs(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def rotation_y(phi):
    c, s = _cs(phi)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def rotation_z(theta):
    c, s = _cs(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
