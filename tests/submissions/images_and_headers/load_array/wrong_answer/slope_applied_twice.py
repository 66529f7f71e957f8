"""get_fdata has applied slope and intercept already; here they are applied once more.

fails: load_array_values
says: numbers are wrong
"""

def load_array(path):
    img = nib.load(path)
    return img.get_fdata() * img.dataobj.slope + img.dataobj.inter, img.get_data_dtype()
