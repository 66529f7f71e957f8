# wrong: points -= origin changes the places that were given (and raises for whole numbers with a float affine)
def mm_to_voxel(affine, points):
    points -= affine[:3, 3]
    return points @ np.linalg.inv(affine[:3, :3]).T


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ ijk + affine_a[:3, 3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
