# wrong: np.linalg.solve takes the rows for columns when there are exactly 3 places; a plane of places raises
def mm_to_voxel(affine, points):
    away = np.asarray(points) - affine[:3, 3]
    if away.ndim > 1 and len(away) != 3:
        return np.linalg.solve(affine[:3, :3], away.T).T
    return np.linalg.solve(affine[:3, :3], away)


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ ijk + affine_a[:3, 3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
