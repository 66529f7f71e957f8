"""The translation stands in the bottom row (misconception 49), and is read from there.

fails: to_affine_example, to_affine_plain, to_affine_whole_numbers, to_affine_split
says: putting the translation into the last row
"""


def to_affine(matrix, translation):
    affine = np.eye(4)
    affine[:3, :3] = matrix
    affine[3, :3] = translation
    return affine


def split_affine(affine):
    return affine[:3, :3], affine[3, :3]
