"""nibabel's from_matvec as it is (misconception 51): an integer matrix truncates the translation.

fails: to_affine_whole_numbers
says: cuts the decimals off
"""


def to_affine(matrix, translation):
    return nib.affines.from_matvec(matrix, translation)


def split_affine(affine):
    return nib.affines.to_matvec(affine)
