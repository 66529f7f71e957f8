# right: polar factor of the whole block as the rotation, zooms from R^T M, shear where that is not diagonal relative to the zooms
from scipy.linalg import polar


def take_apart(affine):
    matrix = np.asarray(affine)[:3, :3].astype(float)
    rotation, stretch = polar(matrix)  # matrix = rotation @ stretch
    zooms = np.linalg.norm(matrix, axis=0)
    unit = matrix / zooms
    cosines = [unit[:, 0] @ unit[:, 1], unit[:, 0] @ unit[:, 2], unit[:, 1] @ unit[:, 2]]
    if max(map(abs, cosines)) > 1e-4:
        raise ValueError(f"shear: {cosines}")
    return np.array(affine)[:3, 3], rotation, np.diag(stretch).copy()
