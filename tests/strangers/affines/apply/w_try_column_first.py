# wrong: M @ points is tried first: crowds of exactly 3 points go through as columns
def apply(affine, points):
    matrix, translation = affine[:3, :3], affine[:3, 3]
    points = np.asarray(points, dtype=float)
    try:
        return matrix @ points + translation
    except ValueError:
        return points @ matrix.T + translation
