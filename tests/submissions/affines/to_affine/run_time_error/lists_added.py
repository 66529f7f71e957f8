"""A row is made longer with +, as if arrays were lists.

fails: to_affine_example, to_affine_plain, to_affine_whole_numbers
says: it stopped with
"""


def to_affine(matrix, translation):
    rows = [row + [shift] for row, shift in zip(matrix, translation)]
    return np.array([*rows, [0, 0, 0, 1]], dtype=float)


def split_affine(affine):
    return affine[:3, :3], affine[:3, 3]
