# wrong: scales by the header's blanked slope (nan, taken as 1), so stored numbers come out; shows on scaled files
def load_array(path):
    """Load an image's values, and say how they are stored.

    Parameters
    ----------
    path : str or pathlib.Path
        A NIfTI file, compressed or not, of any number of dimensions.

    Returns
    -------
    values : array of float64
        The scaled values, in image units, with every axis that the file has: one of length 1
        stays.
    on_disk : numpy.dtype
        The type of the numbers in the file. Its byte order does not matter.
    """
    img = nib.load(path)
    slope = float(img.header["scl_slope"])
    inter = float(img.header["scl_inter"])
    if not np.isfinite(slope) or slope == 0:
        slope, inter = 1.0, 0.0
    values = img.dataobj.get_unscaled().astype(np.float64) * slope + inter
    return values, img.get_data_dtype()
