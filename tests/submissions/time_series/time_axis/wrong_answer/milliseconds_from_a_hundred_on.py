"""A step of 100 or more is taken for milliseconds, whatever the header says.

fails: time_axis_units
says: guessing the unit from the size
"""

def time_axis(img):
    tr = float(img.header["pixdim"][4])
    if tr >= 1e5:
        tr /= 1e6
    elif tr >= 100:
        tr /= 1e3
    return tr * np.arange(img.shape[3])
