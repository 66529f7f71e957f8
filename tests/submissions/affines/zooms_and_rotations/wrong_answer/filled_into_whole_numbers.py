"""An identity of whole numbers is filled in (misconception 57): every cosine becomes 0.

fails: zooms_and_rotations_zooms, zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: cuts the decimals off
"""


def zoom_matrix(p, q, r):
    matrix = np.eye(3, dtype=int)
    matrix[0, 0], matrix[1, 1], matrix[2, 2] = p, q, r
    return matrix


def turn(a, b, angle):
    matrix = np.eye(3, dtype=int)
    matrix[a, a] = matrix[b, b] = np.cos(angle)
    matrix[b, a], matrix[a, b] = np.sin(angle), -np.sin(angle)
    return matrix


def rotation_x(gamma):
    return turn(1, 2, gamma)


def rotation_y(phi):
    return turn(2, 0, phi)


def rotation_z(theta):
    return turn(0, 1, theta)
