"""The affine itself where its inverse belongs (misconception 32).

fails: mm_to_voxel_example, mm_to_voxel_plain, mm_to_voxel_oblique
says: the way from voxels to mm
"""


def mm_to_voxel(affine, points):
    return points @ affine[:3, :3].T + affine[:3, 3]


def same_place(affine_a, ijk, affine_b):
    return np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3].astype(int)
