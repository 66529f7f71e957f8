"""A cache hands out the same array again, also after the caller has changed it.

fails: zooms_and_rotations_zooms, zooms_and_rotations_x_and_z, zooms_and_rotations_y
says: handing out one array twice
"""

from functools import lru_cache


@lru_cache(maxsize=None)
def zoom_matrix(p, q, r):
    return np.diag(np.array([p, q, r], dtype=float))


@lru_cache(maxsize=None)
def rotation_x(gamma):
    c, s = np.cos(gamma), np.sin(gamma)
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


@lru_cache(maxsize=None)
def rotation_y(phi):
    c, s = np.cos(phi), np.sin(phi)
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


@lru_cache(maxsize=None)
def rotation_z(theta):
    c, s = np.cos(theta), np.sin(theta)
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
