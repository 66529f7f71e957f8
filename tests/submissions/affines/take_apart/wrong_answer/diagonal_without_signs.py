"""abs of the diagonal (misconception 3): right until the box is tilted or its axes exchanged.

fails: take_apart_example, take_apart_oblique, take_apart_shear
says: the diagonal without signs
"""


def take_apart(affine):
    matrix, zooms = affine[:3, :3], np.abs(np.diag(affine)[:3])
    normed = matrix / np.linalg.norm(matrix, axis=0)
    if np.abs(normed.T @ normed - np.eye(3)).max() > 1e-4:
        raise ValueError("shear")
    return affine[:3, 3], matrix / zooms, zooms
