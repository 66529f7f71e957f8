# right: reads the file's bytes itself and reshapes in Fortran order; scaling by np.multiply/add in float64
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
    import gzip

    img = nib.load(path)
    on_disk = img.header.get_data_dtype()
    content = Path(path).read_bytes()
    if content[:2] == b"\x1f\x8b":
        content = gzip.decompress(content)
    count = int(np.prod(img.shape))
    flat = np.frombuffer(content, dtype=on_disk, count=count, offset=img.dataobj.offset)
    stored = flat.astype(np.float64).reshape(img.shape, order="F")
    return np.add(np.multiply(stored, float(img.dataobj.slope)), float(img.dataobj.inter)), on_disk
