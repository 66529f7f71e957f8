# wrong: columns of length 1 and det 1, both to 1e-4; a shear of 0.2 to 0.9 % changes those only by its square and passes
def is_rotation(m):
    m = np.asarray(m, dtype=float)
    lengths = np.linalg.norm(m, axis=0)
    return bool(np.all(np.abs(lengths - 1) < 1e-4) and abs(np.linalg.det(m) - 1) < 1e-4)
