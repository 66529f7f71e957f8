"""np.eye(4, dtype=int) is filled in (misconceptions 51 and 57): everything is truncated.

fails: to_affine_plain, to_affine_whole_numbers
says: cuts the decimals off
"""


def to_affine(matrix, translation):
    affine = np.eye(4, dtype=int)
    affine[:3, :3] = matrix
    affine[:3, 3] = translation
    return affine


def split_affine(affine):
    return affine[:3, :3], affine[:3, 3]
