"""The middle of each volume.

fails: time_axis_example, time_axis_seconds, time_axis_units, time_axis_edges
says: the middle of each TR
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    return (0.5 + np.arange(img.shape[3])) * float(img.header.get_zooms()[3]) / factor
