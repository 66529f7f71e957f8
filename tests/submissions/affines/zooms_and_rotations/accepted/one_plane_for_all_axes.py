"""One helper that turns a plane, given its two axes, with the math module and float32 results."""

import math


def turn(first, second, angle):
    matrix = np.eye(3, dtype=np.float32)
    matrix[first, first] = matrix[second, second] = math.cos(angle)
    matrix[second, first] = math.sin(angle)
    matrix[first, second] = -math.sin(angle)
    return matrix


def zoom_matrix(p, q, r):
    return np.diag([p, q, r]).astype(np.float32)


def rotation_x(gamma):
    return turn(1, 2, gamma)


def rotation_y(phi):
    return turn(2, 0, phi)


def rotation_z(theta):
    return turn(0, 1, theta)
