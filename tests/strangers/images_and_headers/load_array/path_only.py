# wrong: works with pathlib.Path only (a str has no is_file); shows on a path given as str
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
    if not path.is_file():
        raise FileNotFoundError(f"no such file: {path}")
    img = nib.load(path)
    return img.get_fdata(), img.get_data_dtype()
