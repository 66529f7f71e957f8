# right: lengths of the columns, gram matrix of the unit columns against 1e-4
def take_apart(affine):
    matrix = np.array(affine[:3, :3], dtype=float)
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    if np.abs(rotation.T @ rotation - np.eye(3)).max() > 1e-4:
        raise ValueError("the affine has shear")
    return affine[:3, 3].copy(), rotation, zooms
