"""A QR decomposition, its signs moved so that the zooms are positive."""


def take_apart(affine):
    rotation, upper = np.linalg.qr(affine[:3, :3])
    signs = np.sign(np.diag(upper))
    zooms = np.abs(np.diag(upper))
    beside = (upper - np.diag(np.diag(upper))) / zooms
    if np.abs(beside).max() > 1e-4:
        raise ValueError("there is something above the diagonal: shear")
    return affine[:3, 3], rotation * signs, zooms
