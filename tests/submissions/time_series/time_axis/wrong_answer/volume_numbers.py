"""Numbers of volumes, without the TR.

fails: time_axis_example, time_axis_seconds, time_axis_units, time_axis_edges
says: counting volumes
"""

def time_axis(img):
    return np.arange(img.shape[3])
