# wrong: reports the dtype of the scaled values; shows on files with slope/intercept (float64 instead of int16)
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
    data = np.asarray(img.dataobj)
    return data.astype(np.float64), data.dtype
