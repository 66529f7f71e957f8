"""The last volume at the end of the run: n posts over n gaps (misconception 96).

fails: time_axis_example, time_axis_seconds, time_axis_units, time_axis_edges
says: n posts over n gaps
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    tr = float(img.header.get_zooms()[3]) / factor
    return np.linspace(0, img.shape[3] * tr, img.shape[3])
