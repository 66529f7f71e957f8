"""The matrix is reversed until its determinant is +1, so that the parts no longer make the affine.

fails: take_apart_plain, take_apart_oblique, take_apart_shear
says: numbers are wrong
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    rotation = affine[:3, :3] / zooms
    if not np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-4):
        raise ValueError("shear")
    return affine[:3, 3], rotation * np.sign(np.linalg.det(rotation)), zooms
