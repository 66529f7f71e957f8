# wrong: 1e-3 is asked of the columns in mm, not of unit columns: shear up to 0.4 % passes for voxels of 0.5 mm
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.linalg.norm(matrix, axis=0)
    gram = matrix.T @ matrix
    if np.abs(gram - np.diag(np.diag(gram))).max() > 1e-3:
        raise ValueError("shear")
    return affine[:3, 3], matrix / zooms, zooms
