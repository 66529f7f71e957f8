# wrong: shear raises AssertionError, not ValueError: every affine with shear
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    assert np.allclose(rotation.T @ rotation, np.eye(3), atol=1e-4), "shear"
    return affine[:3, 3], rotation, zooms
