"""A path joined to a text, which works with str alone.

fails: load_array_example, load_array_shape
says: TypeError
"""

def load_array(path):
    img = nib.load("" + path)
    return img.get_fdata(), img.get_data_dtype()
