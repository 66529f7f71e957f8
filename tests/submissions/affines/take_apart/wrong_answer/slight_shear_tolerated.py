"""A tolerance of 1 % for right angles: a slight shear is rounded away.

fails: take_apart_shear
says: an affine with a slight shear
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    rotation = affine[:3, :3] / zooms
    if not np.allclose(rotation.T @ rotation, np.eye(3), atol=0.01):
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
