# wrong: tells shear by the volume of the unit columns (1 - c^2/2): slight shear, cosines of 0.001 to 0.04, passes
def take_apart(affine):
    matrix = affine[:3, :3].astype(float)
    zooms = np.linalg.norm(matrix, axis=0)
    rotation = matrix / zooms
    if abs(abs(np.linalg.det(rotation)) - 1) > 1e-3:
        raise ValueError("shear")
    return affine[:3, 3], rotation, zooms
