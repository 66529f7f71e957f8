"""Origin taken away, then divided by the diagonal: right as long as the box is not tilted.

fails: mm_to_voxel_oblique, mm_to_voxel_same_place
says: dividing by the diagonal
"""


def mm_to_voxel(affine, points):
    return (points - affine[:3, 3]) / np.diag(affine)[:3]


def same_place(affine_a, ijk, affine_b):
    mm = ijk * np.diag(affine_a)[:3] + affine_a[:3, 3]
    return np.rint(mm_to_voxel(affine_b, mm)).astype(int)
