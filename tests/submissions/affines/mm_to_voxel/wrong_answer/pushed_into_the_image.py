"""Negative voxels are set to 0 (misconception 37): a place outside of B becomes one inside.

fails: mm_to_voxel_same_place
says: pushed inside
"""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.inv(affine), points)


def same_place(affine_a, ijk, affine_b):
    there = np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3]
    return np.clip(there, 0, None).astype(int)
