"""No look at the angles: a matrix that is no rotation is called one.

fails: take_apart_shear
says: look at the angles between the columns
"""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    return affine[:3, 3], affine[:3, :3] / zooms, zooms
