# right: flattens the crowd, list comprehension, puts the shape back
def apply(affine, points):
    points = np.asarray(points)
    flat = points.reshape(-1, 3)
    rows = affine[:3].tolist()
    moved = [[r[0] * x + r[1] * y + r[2] * z + r[3] for r in rows] for x, y, z in flat.tolist()]
    return np.array(moved, dtype=float).reshape(points.shape)
