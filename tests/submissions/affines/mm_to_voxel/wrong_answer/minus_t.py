"""The inverse of M and the negative of t, put side by side (misconception 34).

fails: mm_to_voxel_example, mm_to_voxel_plain, mm_to_voxel_oblique, mm_to_voxel_same_place
says: undoing the steps before the translation
"""


def mm_to_voxel(affine, points):
    return points @ np.linalg.inv(affine[:3, :3]).T - affine[:3, 3]


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ ijk + affine_a[:3, 3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
