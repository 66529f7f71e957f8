"""The points that were given are changed: the caller's table is now RAS, whatever its title says.

fails: lps_to_ras_shapes
says: it changed its input
"""


def lps_to_ras(points):
    points[..., :2] *= -1
    return points
