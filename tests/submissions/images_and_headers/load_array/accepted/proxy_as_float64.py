"""The proxy turned into an array of floats, the dtype from the header."""

def load_array(path):
    img = nib.load(path)
    return np.asarray(img.dataobj, dtype=np.float64), img.header.get_data_dtype()
