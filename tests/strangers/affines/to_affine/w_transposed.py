# wrong: both functions keep steps as rows: to_affine and split_affine transpose any non-symmetric matrix (round trip is fine)
def to_affine(matrix, translation):
    affine = np.eye(4)
    for n in range(3):
        affine[:3, n] = matrix[n]
    affine[:3, 3] = translation
    return affine


def split_affine(affine):
    matrix = np.array([affine[:3, n] for n in range(3)])
    return matrix, affine[:3, 3].copy()
