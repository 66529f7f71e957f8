"""Inverse @ points (misconception 29): refused, except for one place and for exactly three.

fails: mm_to_voxel_example, mm_to_voxel_plain, mm_to_voxel_oblique
says: taking rows of points for columns
"""


def mm_to_voxel(affine, points):
    return np.linalg.inv(affine[:3, :3]) @ (points - affine[:3, 3])


def same_place(affine_a, ijk, affine_b):
    return np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3].astype(int)
