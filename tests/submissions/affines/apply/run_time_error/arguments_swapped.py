"""apply_affine gets the points first (misconception 30).

fails: apply_example, apply_plain, apply_oblique, apply_shapes
says: it stopped with ValueError
"""


def apply(affine, points):
    return nib.affines.apply_affine(points, affine)
