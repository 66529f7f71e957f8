# wrong: slope and intercept from the header of the loaded image, where nibabel has blanked them; shows on scaled files
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
    hdr = img.header
    s, q = int(hdr["sform_code"]), int(hdr["qform_code"])
    slope, inter = float(hdr["scl_slope"]), float(hdr["scl_inter"])
    if np.isnan(slope) or slope == 0:
        slope, inter = 1.0, 0.0
    return {
        "axes": "".join(nib.aff2axcodes(img.affine)),
        "ruling": "sform" if s > 0 else "qform" if q > 0 else "none",
        "code": s or q,
        "slope": slope,
        "intercept": inter,
        "dtype": hdr.get_data_dtype(),
    }
