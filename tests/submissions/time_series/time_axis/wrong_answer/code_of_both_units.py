"""One number that codes both units is compared, which fits only where space is in mm.

fails: time_axis_units
says: a code that holds the unit of space
"""

def time_axis(img):
    tr = float(img.header["pixdim"][4])
    code = int(img.header["xyzt_units"])
    if code == 18:    # mm, ms
        tr = tr / 1e3
    elif code == 26:  # mm, us
        tr = tr / 1e6
    return tr * np.arange(img.shape[3])
