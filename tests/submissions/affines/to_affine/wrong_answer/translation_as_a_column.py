"""The translation comes back as a column of shape (3, 1), where the contract says (3,).

fails: to_affine_example, to_affine_split
says: a column of shape (3, 1)
"""


def to_affine(matrix, translation):
    return np.vstack([np.c_[matrix, translation], [0.0, 0, 0, 1]])


def split_affine(affine):
    return affine[:3, :3], affine[:3, 3:]
