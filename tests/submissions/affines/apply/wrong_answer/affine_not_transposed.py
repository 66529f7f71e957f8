"""Rows times the affine as it stands, p @ A (misconception 27).

fails: apply_example, apply_plain, apply_oblique, apply_shapes
says: points @ A, without transposing A,
"""


def apply(affine, points):
    ones = np.ones((*points.shape[:-1], 1))
    return (np.concatenate([points, ones], axis=-1) @ affine)[..., :3]
