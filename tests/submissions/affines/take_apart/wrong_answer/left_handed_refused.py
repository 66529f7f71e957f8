"""A determinant of -1 is taken for an error, and LAS images are refused.

fails: take_apart_plain, take_apart_oblique, take_apart_shear
says: an untilted LAS image: it stopped with ValueError
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    rotation = affine[:3, :3] / zooms
    if not np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-4) or np.linalg.det(rotation) < 0:
        raise ValueError("not a rotation")
    return affine[:3, 3], rotation, zooms
