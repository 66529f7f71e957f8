"""Columns of a table are negated: one place, or a plane of them, comes out wrong.

fails: lps_to_ras_shapes
says: it stopped with IndexError
"""


def lps_to_ras(points):
    ras = points.copy()
    ras[:, :2] = -ras[:, :2]
    return ras
