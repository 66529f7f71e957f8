# wrong: demands a proper rotation, so that left-handed boxes (LAS) raise ValueError
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    orthogonal = np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-4)
    if not (orthogonal and np.isclose(np.linalg.det(rotation), 1, atol=1e-4)):
        raise ValueError("not a rotation")
    return affine[:3, 3], rotation, zooms
