"""Row lengths for column lengths (misconception 2): equal voxel sizes would hide it.

fails: take_apart_example, take_apart_oblique, take_apart_shear
says: the lengths of the rows
"""


def take_apart(affine):
    matrix = affine[:3, :3]
    zooms = np.linalg.norm(matrix, axis=1)
    normed = matrix / np.linalg.norm(matrix, axis=0)
    if np.abs(normed.T @ normed - np.eye(3)).max() > 1e-4:
        raise ValueError("shear")
    return affine[:3, 3], matrix / zooms, zooms
