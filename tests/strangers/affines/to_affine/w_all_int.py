# wrong: type left to numpy: whole-number matrix AND whole-number translation give an int array (values right)
def to_affine(matrix, translation):
    top = np.column_stack([matrix, translation])
    return np.vstack([top, [0, 0, 0, 1]])


def split_affine(affine):
    return affine[:3, :3].copy(), affine[:3, 3].copy()
