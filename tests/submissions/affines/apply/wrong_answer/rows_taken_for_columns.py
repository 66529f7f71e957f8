"""M @ points + t (misconception 29): refused, except for one point and for exactly three.

fails: apply_example, apply_plain, apply_oblique, apply_shapes
says: taking rows of points for columns
"""


def apply(affine, points):
    return affine[:3, :3] @ points + affine[:3, 3]
