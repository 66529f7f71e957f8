"""The dtype of what the proxy gives, after scaling, for that of the numbers in the file.

fails: load_array_dtype
says: asking the loaded values for their dtype
"""

def load_array(path):
    img = nib.load(path)
    return img.get_fdata(), np.asanyarray(img.dataobj).dtype
