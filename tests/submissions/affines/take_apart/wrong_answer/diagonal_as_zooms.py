"""The diagonal taken for the voxel sizes (misconception 1): signed, and too short when tilted.

fails: take_apart_example, take_apart_plain, take_apart_oblique, take_apart_shear
says: the diagonal
"""


def take_apart(affine):
    matrix, zooms = affine[:3, :3], np.diag(affine)[:3]
    with np.errstate(all="ignore"):
        rotation = matrix / zooms
    normed = matrix / np.linalg.norm(matrix, axis=0)
    if np.abs(normed.T @ normed - np.eye(3)).max() > 1e-4:
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
