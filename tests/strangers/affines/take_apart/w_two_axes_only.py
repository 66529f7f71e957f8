# wrong: looks only at neighbouring pairs (i, j) and (j, k) for right angles: shear between i and k passes
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    for a, b in ((0, 1), (1, 2)):
        if abs(rotation[:, a] @ rotation[:, b]) > 1e-4:
            raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
