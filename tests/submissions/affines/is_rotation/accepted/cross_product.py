"""Columns of length 1, the first two at right angles, the third their cross product; returns 1 or 0."""


def is_rotation(m):
    a, b, c = np.asarray(m, dtype=float).T
    lengths = [abs(np.linalg.norm(v) - 1) < 1e-5 for v in (a, b, c)]
    return int(all(lengths) and abs(a @ b) < 1e-5 and np.abs(np.cross(a, b) - c).max() < 1e-5)
