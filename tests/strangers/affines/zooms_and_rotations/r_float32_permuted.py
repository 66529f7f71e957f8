# right: float32 results (the contract says only "float array"); y and x turn got from z by renaming the axes
def zoom_matrix(p, q, r):
    return np.diag(np.array([p, q, r])).astype(np.float32)


def rotation_z(theta):
    turned = [(np.cos(theta), np.sin(theta), 0), (-np.sin(theta), np.cos(theta), 0), (0, 0, 1)]
    return np.column_stack(turned).astype(np.float32)


def rotation_x(gamma):
    # x, y, z -> y, z, x
    return np.roll(rotation_z(gamma), (1, 1), axis=(0, 1))


def rotation_y(phi):
    return np.roll(rotation_z(phi), (2, 2), axis=(0, 1))
