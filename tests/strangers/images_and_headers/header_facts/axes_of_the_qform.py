# wrong: axes always by the qform, also where the sform rules; shows where the two run differently
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
    s, q = int(img.header["sform_code"]), int(img.header["qform_code"])
    return {
        "axes": "".join(nib.aff2axcodes(img.get_qform())),
        "ruling": "sform" if s > 0 else "qform" if q > 0 else "none",
        "code": s if s > 0 else q,
        "slope": float(img.dataobj.slope),
        "intercept": float(img.dataobj.inter),
        "dtype": img.get_data_dtype(),
    }
