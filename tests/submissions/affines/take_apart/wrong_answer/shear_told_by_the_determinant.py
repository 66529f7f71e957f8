"""A determinant of ±1 is taken for orthogonality (misconception 55): a slight shear is missed.

fails: take_apart_shear
says: an affine with a slight shear
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    rotation = affine[:3, :3] / zooms
    if abs(abs(np.linalg.det(rotation)) - 1) > 1e-3:
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
