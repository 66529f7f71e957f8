"""The time at which each volume is complete, not that at which it begins.

fails: time_axis_example, time_axis_seconds, time_axis_units, time_axis_edges
says: a first volume at one TR
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    return (1 + np.arange(img.shape[3])) * float(img.header.get_zooms()[3]) / factor
