# wrong: asarray does not copy floats: changes float input (whole numbers stay as they were)
def lps_to_ras(points):
    points = np.asarray(points, dtype=float)
    points[..., 0] *= -1
    points[..., 1] *= -1
    return points
