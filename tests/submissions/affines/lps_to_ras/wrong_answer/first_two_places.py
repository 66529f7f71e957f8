"""The first two rows are negated, in place of the first two columns; one place alone comes out right.

fails: lps_to_ras_example, lps_to_ras_places, lps_to_ras_shapes
says: reversing the first two places
"""


def lps_to_ras(points):
    ras = points.copy()
    ras[:2] *= -1
    return ras
