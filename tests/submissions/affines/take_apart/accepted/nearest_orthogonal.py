"""The nearest orthogonal matrix, from a singular value decomposition, once shear is ruled out."""


def take_apart(affine):
    zooms = np.linalg.norm(affine[:3, :3], axis=0)
    u, stretches, vt = np.linalg.svd(affine[:3, :3] / zooms)
    if np.abs(stretches - 1).max() > 1e-4:
        raise ValueError("shear")
    return affine[:3, 3].copy(), u @ vt, zooms
