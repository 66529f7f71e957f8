"""The fourth coordinate is forgotten when the voxel is unpacked.

fails: mm_to_voxel_example, mm_to_voxel_same_place
says: it stopped with ValueError
"""


def mm_to_voxel(affine, points):
    return nib.affines.apply_affine(np.linalg.inv(affine), points)


def same_place(affine_a, ijk, affine_b):
    i, j, k = np.rint(np.linalg.inv(affine_b) @ affine_a @ [*ijk, 1]).astype(int)
    return i, j, k
