"""nibabel's from_matvec on a float matrix, and its to_matvec for the way back."""


def to_affine(matrix, translation):
    return nib.affines.from_matvec(matrix.astype(float), translation)


def split_affine(affine):
    return nib.affines.to_matvec(affine)
