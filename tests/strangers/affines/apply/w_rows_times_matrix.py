# wrong: points @ M without the transpose: any M that is not symmetric (tilted boxes, axes in another order)
def apply(affine, points):
    points = np.asarray(points, dtype=float)
    return points @ affine[:3, :3] + affine[:3, 3]
