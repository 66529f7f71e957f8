"""points @ M + t for points @ M.T + t (misconception 28): a diagonal matrix does not show it.

fails: apply_oblique, apply_shapes
says: points @ M, without transposing M,
"""


def apply(affine, points):
    return points @ affine[:3, :3] + affine[:3, 3]
