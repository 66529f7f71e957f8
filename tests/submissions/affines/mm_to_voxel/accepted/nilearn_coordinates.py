"""nilearn's coord_transform, one point at a time."""

from nilearn.image import coord_transform


def mm_to_voxel(affine, points):
    flat = [coord_transform(*point, np.linalg.inv(affine)) for point in points.reshape(-1, 3)]
    return np.reshape(np.array(flat, dtype=float), points.shape)


def same_place(affine_a, ijk, affine_b):
    mm = coord_transform(*ijk, affine_a)
    i, j, k = np.round(coord_transform(*mm, np.linalg.inv(affine_b)))
    return int(i), int(j), int(k)
