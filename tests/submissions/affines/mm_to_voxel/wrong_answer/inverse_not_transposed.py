"""Rows times the inverse as it stands (misconception 28): a diagonal matrix does not show it.

fails: mm_to_voxel_oblique
says: points @ inverse, without transposing it,
"""


def mm_to_voxel(affine, points):
    return (points - affine[:3, 3]) @ np.linalg.inv(affine[:3, :3])


def same_place(affine_a, ijk, affine_b):
    return np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3].astype(int)
