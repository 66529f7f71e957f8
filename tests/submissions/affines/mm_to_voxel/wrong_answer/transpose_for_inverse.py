"""M.T undoes M only where M is a pure rotation (misconception 33).

fails: mm_to_voxel_example, mm_to_voxel_plain, mm_to_voxel_oblique, mm_to_voxel_same_place
says: the transpose in place of the inverse
"""


def mm_to_voxel(affine, points):
    return (points - affine[:3, 3]) @ affine[:3, :3]


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ ijk + affine_a[:3, 3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
