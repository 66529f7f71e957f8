# right: no inverse anywhere, solve on stacked columns; same_place gives an int array, ties go up by floor(x + 0.5)
def mm_to_voxel(affine, points):
    away = np.subtract(points, affine[:3, 3], dtype=float)
    return np.linalg.solve(affine[:3, :3], away[..., np.newaxis])[..., 0]


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ np.asarray(ijk) + affine_a[:3, 3]
    return np.floor(mm_to_voxel(affine_b, mm) + 0.5).astype(int)
