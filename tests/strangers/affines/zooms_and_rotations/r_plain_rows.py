# right: three by three written out by hand, floats forced entry by entry, math instead of numpy
import math


def zoom_matrix(p, q, r):
    out = []
    for row, factor in enumerate((p, q, r)):
        line = [0.0, 0.0, 0.0]
        line[row] = float(factor)
        out.append(line)
    return np.array(out)


def rotation_x(gamma):
    c = math.cos(gamma)
    s = math.sin(gamma)
    return np.array([[1.0, 0.0, 0.0], [0.0, c, -s], [0.0, s, c]])


def rotation_y(phi):
    c = math.cos(phi)
    s = math.sin(phi)
    return np.array([[c, 0.0, s], [0.0, 1.0, 0.0], [-s, 0.0, c]])


def rotation_z(theta):
    c = math.cos(theta)
    s = math.sin(theta)
    return np.array([[c, -s, 0.0], [s, c, 0.0], [0.0, 0.0, 1.0]])
