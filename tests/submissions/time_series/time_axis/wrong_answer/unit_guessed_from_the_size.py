"""The unit is guessed: whatever is above 100 must be milliseconds (misconception 7).

fails: time_axis_units
says: guessing the unit from the size
"""

def time_axis(img):
    tr = float(img.header.get_zooms()[3])
    if tr > 100:
        tr /= 1000
    return tr * np.arange(img.shape[3])
