"""The slope applied by hand, the intercept forgotten.

fails: load_array_values
says: the slope without the intercept
"""

def load_array(path):
    img = nib.load(path)
    return img.dataobj.get_unscaled() * np.float64(img.dataobj.slope), img.get_data_dtype()
