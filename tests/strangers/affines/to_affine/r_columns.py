# right: four homogeneous columns stacked; split by where the origin and the unit steps go
def to_affine(matrix, translation):
    directions = [[*column, 0.0] for column in np.transpose(matrix)]
    return np.stack([*directions, [*translation, 1.0]], axis=1).astype(float)


def split_affine(affine):
    origin = (affine @ [0, 0, 0, 1])[:3]
    steps = [(affine @ [*unit, 0])[:3] for unit in np.eye(3)]
    return np.array(steps).T, origin
