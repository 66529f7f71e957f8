# right: Cramer's rule with cross products of the voxel steps; ties go down by ceil(x - 0.5)
import math


def mm_to_voxel(affine, points):
    a, b, c, origin = np.asarray(affine, float)[:3].T
    away = np.array(points, dtype=float) - origin
    volume = a @ np.cross(b, c)
    rows = [np.cross(b, c), np.cross(c, a), np.cross(a, b)]
    return np.stack([(away * row).sum(axis=-1) / volume for row in rows], axis=-1)


def same_place(affine_a, ijk, affine_b):
    i, j, k = ijk
    mm = i * affine_a[:3, 0] + j * affine_a[:3, 1] + k * affine_a[:3, 2] + affine_a[:3, 3]
    return tuple(math.ceil(v - 0.5) for v in mm_to_voxel(affine_b, mm))
