"""One global identity is filled in by all of them, so that entries of the last turn stay behind.

fails: zooms_and_rotations_example, zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: numbers are wrong
"""

identity = np.eye(3)


def zoom_matrix(p, q, r):
    return np.diag([p, q, r])


def rotation_x(gamma):
    identity[1:, 1:] = [[np.cos(gamma), -np.sin(gamma)], [np.sin(gamma), np.cos(gamma)]]
    return identity


def rotation_y(phi):
    identity[::2, ::2] = [[np.cos(phi), np.sin(phi)], [-np.sin(phi), np.cos(phi)]]
    return identity


def rotation_z(theta):
    identity[:2, :2] = [[np.cos(theta), -np.sin(theta)], [np.sin(theta), np.cos(theta)]]
    return identity
