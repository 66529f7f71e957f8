# right: np.block and floats; split gives views and a list, not copies and a tuple
def to_affine(matrix, translation):
    column = np.reshape(translation, (3, 1))
    return np.block([[np.asarray(matrix, float), column], [np.zeros((1, 3)), 1.0]])


def split_affine(affine):
    return [affine[:3, :3], affine[:3, -1]]
