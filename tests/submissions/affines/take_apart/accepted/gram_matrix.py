"""Zooms from the diagonal of M.T @ M (R6), shear from what stands beside it."""


def take_apart(affine):
    matrix = affine[:3, :3]
    gram = matrix.T @ matrix
    zooms = np.sqrt(np.diag(gram))
    if not np.allclose(gram / np.outer(zooms, zooms), np.eye(3), atol=1e-4):
        raise ValueError("the axes are not at right angles")
    return affine[:3, 3].tolist(), matrix @ np.diag(1 / zooms), tuple(zooms)
