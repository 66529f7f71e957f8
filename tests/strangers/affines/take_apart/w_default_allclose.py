# wrong: np.allclose with its own 1e-8 beside a 0: tilted affines rounded to float32 raise
def take_apart(affine):
    matrix = np.asarray(affine, dtype=float)[:3, :3]
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    if not np.allclose(rotation.T @ rotation, np.eye(3)):
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
