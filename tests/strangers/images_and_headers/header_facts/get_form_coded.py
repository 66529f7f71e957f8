# right: coded forms from the image; get_slope_inter of the header read from the file; axes three question marks where none rules
def header_facts(path):
    """Collect what has to be known of an image before anything is computed from it.

    Parameters
    ----------
    path : str or pathlib.Path
        A NIfTI file.

    Returns
    -------
    dict with the keys
        axes : str of three letters
            Where the voxel axes point, such as ``"LAS"``, by the affine that rules. Anything where
            no affine does.
        ruling : "sform", "qform" or "none"
            The sform rules if its code is above 0, else the qform if its code is above 0.
        code : int
            The code of the one that rules; 0 for "none".
        slope, intercept : float
            value = slope * stored + intercept; 1 and 0 where the file is not scaled, which it
            says by a slope of 0 or nan.
        dtype : numpy.dtype
            The type of the numbers in the file.
    """
    img = nib.load(path)
    with nib.openers.ImageOpener(os.fspath(path)) as opened:
        as_written = img.header_class.from_fileobj(opened, check=False)
    slope, intercept = as_written.get_slope_inter()
    frame = {"ruling": "none", "code": 0, "axes": "???"}
    for form in ("sform", "qform"):
        matrix, code = getattr(img, "get_" + form)(coded=True)
        if matrix is not None:
            frame = {"ruling": form, "code": int(code), "axes": "".join(nib.aff2axcodes(matrix))}
            break
    return frame | {
        "slope": 1.0 if slope is None else slope,
        "intercept": 0.0 if intercept is None else intercept,
        "dtype": as_written.get_data_dtype(),
    }
