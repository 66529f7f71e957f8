"""np.floor for rounding, as if a voxel began at its coordinate.

fails: mm_to_voxel_same_place
says: rounding down, or cutting
"""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.inv(affine), points)


def same_place(affine_a, ijk, affine_b):
    return np.floor(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3].astype(int)
