# wrong: from_matvec on the matrix as it is: whole-number matrix cuts the translation's decimals, and the result is int
def to_affine(matrix, translation):
    return nib.affines.from_matvec(matrix, translation)


def split_affine(affine):
    return nib.affines.to_matvec(affine)
