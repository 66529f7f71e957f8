"""The steps summed up, beginning with a step of 0, as a tuple."""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    steps = np.full(img.shape[3], float(img.header.get_zooms()[3]) / factor)
    steps[0] = 0
    return tuple(np.cumsum(steps))
