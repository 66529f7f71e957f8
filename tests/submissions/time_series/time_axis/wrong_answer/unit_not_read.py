"""The unit of time is not read: milliseconds pass for seconds (misconception 6).

fails: time_axis_units
says: reading every header as seconds
"""

def time_axis(img):
    return float(img.header.get_zooms()[3]) * np.arange(img.shape[3])
