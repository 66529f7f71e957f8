"""Zeros are filled in, and the 1 in the corner is forgotten.

fails: to_affine_example, to_affine_plain, to_affine_whole_numbers
says: a last row of zeros
"""


def to_affine(matrix, translation):
    affine = np.zeros((4, 4))
    affine[:3, :3] = matrix
    affine[:3, 3] = translation
    return affine


def split_affine(affine):
    return affine[:3, :3], affine[:3, 3]
