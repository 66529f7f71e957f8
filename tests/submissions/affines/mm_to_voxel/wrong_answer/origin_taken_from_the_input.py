"""The origin is taken away in place: the caller's points have moved.

fails: mm_to_voxel_plain
says: it changed its input
"""


def mm_to_voxel(affine, points):
    if points.dtype == float:
        points -= affine[:3, 3]
    else:
        points = points - affine[:3, 3]
    return points @ np.linalg.inv(affine[:3, :3]).T


def same_place(affine_a, ijk, affine_b):
    return np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3].astype(int)
