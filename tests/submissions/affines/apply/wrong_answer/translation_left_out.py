"""Only the 3 x 3 part is applied (misconception 25).

fails: apply_example, apply_plain, apply_oblique, apply_shapes
says: leaving the translation out
"""


def apply(affine, points):
    return points @ affine[:3, :3].T
