"""An assertion where the contract names ValueError.

fails: take_apart_shear
says: it stopped with AssertionError, not with ValueError
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    rotation = affine[:3, :3] / zooms
    assert np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-4), "shear"
    return affine[:3, 3], rotation, zooms
