"""`np.arange` with a step that is no whole number gives one time too many.

fails: time_axis_seconds
says: np.arange with a step
"""

def time_axis(img):
    tr = float(img.header.get_zooms()[3])
    unit = img.header.get_xyzt_units()[1]
    if unit == "msec":
        tr = tr / 1000
    elif unit == "usec":
        tr = tr / 1e6
    n = img.shape[3]
    return np.arange(0, n * round(tr, 6), round(tr, 6))
