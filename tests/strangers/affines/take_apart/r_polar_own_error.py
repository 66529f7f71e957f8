# right: nearest orthogonal matrix by SVD of the unit columns; raises a subclass of ValueError
class ShearError(ValueError):
    """The voxel axes are not at right angles."""


def take_apart(affine):
    affine = np.asarray(affine, dtype=np.float64)
    zooms = nib.affines.voxel_sizes(affine)
    unit = affine[:3, :3] @ np.diag(1 / zooms)
    u, singular, vt = np.linalg.svd(unit)
    if not np.allclose(singular, 1, rtol=0, atol=1e-4):
        raise ShearError(f"singular values {singular}")
    return affine[:3, 3], u @ vt, zooms
