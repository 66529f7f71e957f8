"""The result is made like the points: where those are whole numbers, the decimals are lost.

fails: apply_shapes
says: cuts the decimals off
"""


def apply(affine, points):
    result = np.empty_like(points)
    result[...] = points @ affine[:3, :3].T + affine[:3, 3]
    return result
