"""Minus the absolute value: right for places on the left and in the back only.

fails: lps_to_ras_places, lps_to_ras_shapes
says: numbers are wrong
"""


def lps_to_ras(points):
    return np.stack([-abs(points[..., 0]), -abs(points[..., 1]), points[..., 2]], axis=-1)
