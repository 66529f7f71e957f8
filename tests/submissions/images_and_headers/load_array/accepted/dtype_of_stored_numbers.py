"""The dtype of the stored numbers, as the proxy hands them out."""

def load_array(path):
    img = nib.load(path)
    return img.get_fdata(caching="unchanged"), img.dataobj.get_unscaled().dtype
