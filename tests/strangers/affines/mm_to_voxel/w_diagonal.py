# wrong: takes away the origin and divides by the diagonal: right for untilted boxes only; tilted or reordered axes
def mm_to_voxel(affine, points):
    return (np.asarray(points) - affine[:3, 3]) / np.diag(affine)[:3]


def same_place(affine_a, ijk, affine_b):
    mm = (affine_a @ [*ijk, 1])[:3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
