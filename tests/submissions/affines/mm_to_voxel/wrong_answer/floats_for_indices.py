"""np.rint gives floats, and no array can be indexed with those.

fails: mm_to_voxel_same_place
says: whole numbers of another type than int
"""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.inv(affine), points)


def same_place(affine_a, ijk, affine_b):
    return np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3]
