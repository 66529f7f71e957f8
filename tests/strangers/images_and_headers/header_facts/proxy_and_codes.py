# right: slope and intercept from the proxy; axes None where nothing rules; an extra key
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
    sform_code, qform_code = int(img.header["sform_code"]), int(img.header["qform_code"])
    if sform_code > 0:
        ruling, code = "sform", sform_code
    elif qform_code > 0:
        ruling, code = "qform", qform_code
    else:
        ruling, code = "none", 0
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)) if code else None,
        "ruling": ruling,
        "code": code,
        "slope": float(img.dataobj.slope),
        "intercept": float(img.dataobj.inter),
        "dtype": img.get_data_dtype(),
        "shape": img.shape,
    }
