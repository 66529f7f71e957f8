"""The stored numbers, with neither slope nor intercept.

fails: load_array_values
says: without slope and intercept
"""

def load_array(path):
    img = nib.load(path)
    return img.dataobj.get_unscaled().astype(float), img.get_data_dtype()
