# right: slope and intercept found by asking the proxy's attributes in a subclass of dict; axes by direction cosines in a loop
class Facts(dict):
    """A dictionary that prints one fact to a line."""

    def __str__(self):
        return "\n".join(f"{key:10} {value}" for key, value in self.items())


def letters(affine):
    word = ""
    for column in np.asarray(affine)[:3, :3].T:
        axis = int(np.argmax(abs(column)))
        word += "RAS"[axis] if column[axis] > 0 else "LPI"[axis]
    return word


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
    img = nib.load(str(path))
    facts = Facts(axes="???", ruling="none", code=0)
    for form in ("qform", "sform"):  # the sform comes last and so has the last word
        code = int(img.header[form + "_code"])
        if code > 0:
            facts.update(ruling=form, code=code)
    if facts["code"]:
        facts["axes"] = letters(img.affine)
    facts["slope"], facts["intercept"] = map(float, (img.dataobj.slope, img.dataobj.inter))
    facts["dtype"] = np.asanyarray(img.dataobj.get_unscaled()).dtype
    return facts
