"""`len` of the array, which is its first axis, taken for the number of volumes (misconception 81).

fails: time_axis_example, time_axis_seconds, time_axis_units, time_axis_edges
says: a time for each slice along the first axis
"""

def time_axis(img):
    factor = {"sec": 1, "msec": 1000, "usec": 1000000}[img.header.get_xyzt_units()[1]]

    return np.arange(len(img.dataobj)) * float(img.header.get_zooms()[3]) / factor
