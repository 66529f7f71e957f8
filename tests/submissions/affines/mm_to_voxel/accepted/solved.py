"""np.linalg.solve, and halves rounded up with floor."""


def mm_to_voxel(affine, points):
    away = (points - affine[:3, 3]).reshape(-1, 3).T
    return np.linalg.solve(affine[:3, :3], away).T.reshape(points.shape)


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ ijk + affine_a[:3, 3]
    return np.floor(mm_to_voxel(affine_b, mm) + 0.5).astype(int)
