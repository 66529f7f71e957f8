# wrong: "a zoom cannot be negative": takes the absolute value of the factors; any negative factor
def zoom_matrix(p, q, r):
    factors = np.abs(np.array([p, q, r], dtype=float))
    return np.diag(factors)


def rotation_x(gamma):
    return np.array([[1, 0, 0], [0, np.cos(gamma), -np.sin(gamma)], [0, np.sin(gamma), np.cos(gamma)]])


def rotation_y(phi):
    return np.array([[np.cos(phi), 0, np.sin(phi)], [0, 1, 0], [-np.sin(phi), 0, np.cos(phi)]])


def rotation_z(theta):
    return np.array([[np.cos(theta), -np.sin(theta), 0], [np.sin(theta), np.cos(theta), 0], [0, 0, 1]])
