"""Slope and intercept applied by hand; a list, and the dtype in native byte order."""

def load_array(path):
    img = nib.load(str(path))
    proxy = img.dataobj
    values = np.array(proxy.get_unscaled()).astype("float64") * proxy.slope + proxy.inter
    return [values, img.get_data_dtype().newbyteorder("=")]
