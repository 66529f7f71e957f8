"""A copy, two of its coordinates negated."""


def lps_to_ras(points):
    ras = points.copy()
    ras[..., :2] *= -1
    return ras
