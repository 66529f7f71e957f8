# right: nibabel's own functions, the matrix made float first
from nibabel.affines import from_matvec, to_matvec


def to_affine(matrix, translation):
    return from_matvec(np.asarray(matrix, dtype=np.float64), np.asarray(translation, dtype=np.float64))


def split_affine(affine):
    return to_matvec(affine)
