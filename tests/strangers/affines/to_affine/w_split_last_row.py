# wrong: split_affine takes the translation from the last row: always 0 0 0, for any affine with a translation
def to_affine(matrix, translation):
    return np.vstack([np.c_[np.asarray(matrix, float), translation], [0, 0, 0, 1]])


def split_affine(affine):
    return np.array(affine[:3, :3]), np.array(affine[3, :3])
