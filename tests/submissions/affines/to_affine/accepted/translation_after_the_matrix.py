"""Two affines, one that multiplies and one that adds, in this order."""


def to_affine(matrix, translation):
    multiplies, adds = np.identity(4), np.identity(4)
    multiplies[:3, :3] = matrix
    adds[:3, 3] = translation
    return adds @ multiplies


def split_affine(affine):
    translation = (affine @ [0, 0, 0, 1])[:3]
    steps = [(affine @ step)[:3] for step in np.eye(4)[:3]]
    return np.stack(steps, axis=1), translation
