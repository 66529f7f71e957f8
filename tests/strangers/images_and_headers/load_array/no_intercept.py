# wrong: forgets the intercept; shows on files whose intercept is not 0
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
    stored = img.dataobj.get_unscaled()
    return stored.astype(float) * img.dataobj.slope, stored.dtype
