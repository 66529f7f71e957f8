"""Every sign is changed, that of z too.

fails: lps_to_ras_example, lps_to_ras_places, lps_to_ras_shapes
says: reversing all three
"""


def lps_to_ras(points):
    return -points
