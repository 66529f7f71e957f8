"""The matrix is written down by its rows where its columns were meant.

fails: to_affine_plain, to_affine_whole_numbers, to_affine_split
says: a transposed matrix
"""


def to_affine(matrix, translation):
    affine = np.eye(4)
    for axis in range(3):
        affine[:3, axis] = matrix[axis]
    affine[:3, 3] = translation
    return affine


def split_affine(affine):
    return affine[:3, :3].T, affine[:3, 3]
