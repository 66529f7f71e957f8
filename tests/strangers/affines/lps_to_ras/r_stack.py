# right: split into three coordinates and stacked again, no -0.0; always float
def lps_to_ras(points):
    points = np.asarray(points, dtype=float)
    left, back, up = (points[..., n] for n in range(3))
    right, front = 0 - left, 0 - back
    return np.stack((right, front, up), axis=-1)
