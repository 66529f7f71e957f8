"""np.block has the type of its parts: where all are whole numbers, so is the affine.

fails: to_affine_whole_numbers
says: whole numbers came, where floats were wanted
"""


def to_affine(matrix, translation):
    return np.block([[matrix, translation[:, np.newaxis]], [np.array([0, 0, 0, 1])]])


def split_affine(affine):
    return affine[:3, :3], affine[:3, 3]
