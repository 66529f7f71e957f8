"""astype(int) for rounding (misconceptions 36 and 37): one voxel off, and -0.67 becomes 0.

fails: mm_to_voxel_same_place
says: cutting the decimals off
"""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.inv(affine), points)


def same_place(affine_a, ijk, affine_b):
    return (np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1])[:3].astype(int)
