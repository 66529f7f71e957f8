"""Left and right are exchanged, front and back forgotten (misconception 40).

fails: lps_to_ras_example, lps_to_ras_places, lps_to_ras_shapes
says: reversing x alone
"""


def lps_to_ras(points):
    return points * [-1, 1, 1]
