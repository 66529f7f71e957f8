# right: fills a Fortran-ordered array slice by slice along the last axis, defensive about the file
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
    if not os.path.isfile(path):
        raise FileNotFoundError(path)
    img = nib.load(path)
    out = np.zeros(img.shape, dtype="float64", order="F")
    for n in range(img.shape[-1]):
        out[..., n] = img.dataobj[..., n]
    return out, img.header.get_data_dtype()
