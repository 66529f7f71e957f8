# right: reuses the student's own apply and split_affine/to_affine of the cells above (right if those are right)
def mm_to_voxel(affine, points):
    matrix, translation = split_affine(affine)
    undone = np.linalg.inv(matrix)
    return apply(to_affine(undone, -undone @ translation), points)


def same_place(affine_a, ijk, affine_b):
    return np.round(mm_to_voxel(affine_b, apply(affine_a, np.asarray(ijk)))).astype(int)
