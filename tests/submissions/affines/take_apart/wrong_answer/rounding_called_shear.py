"""Orthogonality compared with == (misconception 56): rounding is taken for shear.

fails: take_apart_oblique, take_apart_shear
says: it stopped with ValueError
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    rotation = affine[:3, :3] / zooms
    if (rotation.T @ rotation != np.eye(3)).any():
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
