"""A loop that waits until the values are in memory, which nobody brings there.

fails: load_array_example, load_array_values, load_array_dtype, load_array_shape
says: longer than
"""

def load_array(path):
    img = nib.load(path)
    while not img.in_memory:
        pass
    return img.get_fdata(), img.get_data_dtype()
