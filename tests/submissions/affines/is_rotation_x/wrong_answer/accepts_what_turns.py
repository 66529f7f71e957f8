"""Accepts everything that is not the identity.

fails: is_rotation_x_right, is_rotation_x_crude, is_rotation_x_subtle
says: lets everything pass
"""


def is_rotation_x(candidate):
    return not np.allclose(candidate(0.3), np.eye(3))
