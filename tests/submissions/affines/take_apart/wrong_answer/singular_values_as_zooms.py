"""Singular values for zooms: the right numbers, sorted by size.

fails: take_apart_example, take_apart_plain, take_apart_oblique, take_apart_shear
says: lengths in falling order
"""


def take_apart(affine):
    u, zooms, vt = np.linalg.svd(affine[:3, :3])
    normed = affine[:3, :3] / np.linalg.norm(affine[:3, :3], axis=0)
    if not np.allclose(normed.T @ normed, np.eye(3), atol=1e-4):
        raise ValueError("shear")
    return affine[:3, 3], u @ vt, zooms
