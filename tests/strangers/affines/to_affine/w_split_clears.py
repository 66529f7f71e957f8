# wrong: split_affine blanks the translation in the affine it was given; contract: affine is only read (tests: "stays as it was")
def to_affine(matrix, translation):
    affine = np.eye(4)
    affine[:3, :3] = matrix
    affine[:3, 3] = translation
    return affine


def split_affine(affine):
    translation = affine[:3, 3].copy()
    affine[:3, 3] = 0
    return affine[:3, :3], translation
