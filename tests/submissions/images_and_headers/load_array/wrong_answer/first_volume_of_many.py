"""Time dropped: only the first volume of a series with more than three axes.

fails: load_array_example, load_array_shape
says: where shape
"""

def load_array(path):
    img = nib.load(path)
    values = img.get_fdata()
    while values.ndim > 3:
        values = values[..., 0]
    return values, img.get_data_dtype()
