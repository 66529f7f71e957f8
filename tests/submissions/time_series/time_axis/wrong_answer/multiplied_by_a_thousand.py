"""The factor of the unit used the wrong way round.

fails: time_axis_units
says: multiplying where one divides
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    return factor * float(img.header.get_zooms()[3]) * np.arange(img.shape[3])
