"""The proxy in place of the values: it has a shape and a dtype, and is no array.

fails: load_array_example, load_array_values
says: no array of float64
"""

def load_array(path):
    img = nib.load(path)
    return img.dataobj, img.get_data_dtype()
