"""A field named TR, which a NIfTI header does not have.

fails: time_axis_example, time_axis_seconds, time_axis_units, time_axis_edges
says: stopped with
"""

def time_axis(img):
    return img.header["TR"] * np.arange(img.shape[3])
