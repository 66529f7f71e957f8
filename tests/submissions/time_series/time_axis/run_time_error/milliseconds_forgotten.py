"""A table of units in which milliseconds and microseconds are missing.

fails: time_axis_units
says: KeyError
"""

def time_axis(img):
    factor = {"sec": 1}[img.header.get_xyzt_units()[1]]
    return factor * float(img.header.get_zooms()[3]) * np.arange(img.shape[3])
