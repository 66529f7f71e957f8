"""get_data(), as older tutorials have it.

fails: load_array_example, load_array_values, load_array_dtype, load_array_shape
says: ExpiredDeprecationError
"""

def load_array(path):
    img = nib.load(path)
    return img.get_data(), img.get_data_dtype()
