"""hstack and vstack; a list of two comes back."""


def to_affine(matrix, translation):
    top = np.hstack([matrix, translation.reshape(3, 1)])
    return np.vstack([top, [0.0, 0.0, 0.0, 1.0]])


def split_affine(affine):
    matrix, translation = affine[:-1, :-1].copy(), affine[:-1, -1].copy()
    return [matrix, translation]
