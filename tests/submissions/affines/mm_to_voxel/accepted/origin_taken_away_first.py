"""The origin is taken away, then the steps are undone; one affine after the other for two images."""


def mm_to_voxel(affine, points):
    return np.einsum("ij,...j->...i", np.linalg.inv(affine[:3, :3]), points - affine[:3, 3])


def same_place(affine_a, ijk, affine_b):
    there = np.linalg.solve(affine_b, affine_a @ np.append(ijk, 1))
    return tuple(there[:3].round().astype(np.int16))
