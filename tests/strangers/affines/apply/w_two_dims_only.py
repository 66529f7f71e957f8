# wrong: (M @ points.T).T + t: right for (3,) and (n, 3), raises or scrambles for a plane (10, 20, 3)
def apply(affine, points):
    points = np.asarray(points, dtype=float)
    return (affine[:3, :3] @ points.T).T + affine[:3, 3]
