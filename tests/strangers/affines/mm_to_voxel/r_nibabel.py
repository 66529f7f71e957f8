# right: nibabel's apply_affine with the inverse; same_place gives a list, Python's round
from nibabel.affines import apply_affine


def mm_to_voxel(affine, points):
    return apply_affine(np.linalg.inv(affine), np.array(points, dtype=float))


def same_place(affine_a, ijk, affine_b):
    mm = apply_affine(affine_a, ijk)
    i, j, k = mm_to_voxel(affine_b, mm)
    return [round(i), round(j), round(k)]
