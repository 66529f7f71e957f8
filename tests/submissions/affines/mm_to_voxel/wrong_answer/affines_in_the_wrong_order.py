"""A @ inverse of B for inverse of B @ A (misconception 39).

fails: mm_to_voxel_example, mm_to_voxel_same_place
says: A @ inverse of B
"""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.inv(affine), points)


def same_place(affine_a, ijk, affine_b):
    return np.rint(affine_a @ np.linalg.inv(affine_b) @ [*ijk, 1])[:3].astype(int)
