"""Matrix times translation (misconception 44): the point is moved first and multiplied afterwards.

fails: to_affine_example, to_affine_plain, to_affine_whole_numbers
says: translating first and multiplying afterwards
"""


def to_affine(matrix, translation):
    multiplies, adds = np.eye(4), np.eye(4)
    multiplies[:3, :3] = matrix
    adds[:3, 3] = translation
    return multiplies @ adds


def split_affine(affine):
    return affine[:3, :3], affine[:3, 3]
