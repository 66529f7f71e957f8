# right: nested loops; split returns a named tuple of fresh arrays
from collections import namedtuple

Parts = namedtuple("Parts", "matrix translation")


def to_affine(matrix, translation):
    out = np.zeros((4, 4))
    for row in range(3):
        for col in range(3):
            out[row, col] = matrix[row][col]
        out[row, 3] = translation[row]
    out[3, 3] = 1
    return out


def split_affine(affine):
    matrix = np.array([[affine[r, c] for c in range(3)] for r in range(3)])
    translation = np.array([affine[r, 3] for r in range(3)])
    return Parts(matrix=matrix, translation=translation)
