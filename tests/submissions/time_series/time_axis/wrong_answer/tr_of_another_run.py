"""The TR of the run that one has just looked at.

fails: time_axis_seconds, time_axis_units, time_axis_edges
says: numbers are wrong
"""

def time_axis(img):
    return 2.0 * np.arange(img.shape[3])
