"""The header of the image that was given is turned into seconds.

fails: time_axis_units
says: it changed its input
"""

def time_axis(img):
    hdr = img.header
    space, unit = hdr.get_xyzt_units()
    factor = {"sec": 1, "msec": 1e-3, "usec": 1e-6}[unit]
    zooms = list(hdr.get_zooms())
    zooms[3] = zooms[3] * factor
    hdr.set_zooms(zooms)
    hdr.set_xyzt_units(space, "sec")
    return float(hdr.get_zooms()[3]) * np.arange(img.shape[3])
