"""The points that were given are overwritten.

fails: apply_shapes
says: it changed its input
"""


def apply(affine, points):
    moved = points @ affine[:3, :3].T + affine[:3, 3]
    if points.dtype == moved.dtype:
        points[...] = moved
        return points
    return moved
