"""The TR cut to whole seconds (misconception 51).

fails: time_axis_seconds, time_axis_units, time_axis_edges
says: numbers are wrong
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    return np.arange(img.shape[3]) * int(img.header.get_zooms()[3] / factor)
