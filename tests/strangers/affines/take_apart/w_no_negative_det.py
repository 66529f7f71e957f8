# wrong: insists on determinant +1 by turning the first axis of left-handed boxes round, its zoom negative: LAS
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.sqrt((matrix**2).sum(axis=0))
    if np.linalg.det(matrix) < 0:
        zooms[0] = -zooms[0]
    rotation = matrix / zooms
    if np.abs(rotation.T @ rotation - np.eye(3)).max() > 1e-4:
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
