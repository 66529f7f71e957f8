"""The header is given the unit of seconds on the way, in the image that came.

fails: time_axis_units, time_axis_edges
says: it changed its input
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    tr = float(img.header.get_zooms()[3]) / factor
    img.header.set_zooms((*img.header.get_zooms()[:3], 1.0))
    return tr * np.arange(img.shape[3])
