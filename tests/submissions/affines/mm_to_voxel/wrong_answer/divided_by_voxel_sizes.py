"""mm divided by voxel sizes (misconception 35): origin and directions are forgotten.

fails: mm_to_voxel_example, mm_to_voxel_plain, mm_to_voxel_oblique, mm_to_voxel_same_place
says: numbers are wrong
"""


def mm_to_voxel(affine, points):
    return points / nib.affines.voxel_sizes(affine)


def same_place(affine_a, ijk, affine_b):
    mm = affine_a[:3, :3] @ ijk + affine_a[:3, 3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
