"""A determinant of 1 is taken for orthogonality (misconception 55): shear and diag(2, .5, 1) pass.

fails: is_rotation_plain, is_rotation_rounding
says: looking at the determinant alone
"""


def is_rotation(m):
    return bool(np.isclose(np.linalg.det(m), 1))
