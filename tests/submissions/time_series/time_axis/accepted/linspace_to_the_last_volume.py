"""`linspace` up to the beginning of the last volume."""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    tr = float(img.header.get_zooms()[3]) / factor
    return np.linspace(0, (img.shape[3] - 1) * tr, img.shape[3])
