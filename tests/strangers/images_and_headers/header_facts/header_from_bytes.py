# right: reads the header's bytes itself, so that slope and intercept are unblanked; dtype without byte order (its type class)
import gzip


def read_header(path):
    """The header as it stands in the file."""
    opened = gzip.open if str(path).endswith(".gz") else open
    with opened(path, "rb") as file:
        return type(nib.load(path).header).from_fileobj(file)


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
    hdr = read_header(path)
    facts = dict.fromkeys(["axes", "ruling", "code", "slope", "intercept", "dtype"])
    affine, code = hdr.get_sform(coded=True)
    facts["ruling"] = "sform"
    if code <= 0:
        affine, code = hdr.get_qform(coded=True)
        facts["ruling"] = "qform"
    if code <= 0:
        affine, code = hdr.get_best_affine(), 0
        facts["ruling"] = "none"
    facts["code"] = int(code)
    facts["axes"] = str.join("", nib.orientations.aff2axcodes(affine))
    slope, inter = hdr["scl_slope"].item(), hdr["scl_inter"].item()
    if slope == 0 or slope != slope:
        slope, inter = 1.0, 0.0
    facts["slope"], facts["intercept"] = slope, inter
    facts["dtype"] = np.dtype(hdr.get_data_dtype().type)
    return facts
