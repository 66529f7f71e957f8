"""The translation is set to 0 in the affine that was given, which belongs to the caller.

fails: to_affine_split
says: it changed its input
"""


def to_affine(matrix, translation):
    affine = np.eye(4)
    affine[:3, :3] = matrix
    affine[:3, 3] = translation
    return affine


def split_affine(affine):
    translation = affine[:3, 3].copy()
    affine[:3, 3] = 0
    return affine[:3, :3], translation
