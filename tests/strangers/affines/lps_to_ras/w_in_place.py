# wrong: the signs are changed in the array that was given
def lps_to_ras(points):
    points[..., :2] *= -1
    return points
