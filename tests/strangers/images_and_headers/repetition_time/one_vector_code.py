# wrong: knows only the vector code 1007; shows on a 5D displacement field with code 1006
def repetition_time(img):
    """Return the time between one volume and the next, as the header tells it.

    Parameters
    ----------
    img : nibabel.Nifti1Image, of any number of dimensions

    Returns
    -------
    float, seconds, or None
        In a 4D image it is ``pixdim[4]``. In a 5D image whose fourth axis has length 1 it is
        ``pixdim[5]``, whatever ``pixdim[4]`` says, unless the intent code is one of the vectors
        (1006 or 1007): those keep components there, not time. The header's unit may be sec, msec
        or usec. None for every other image, for a step of 0 or less, and where the unit is
        unknown or none of time.

    Raises
    ------
    ValueError
        The step is above 100 and its unit is said to be "sec": the header contradicts itself.
    """
    h = img.header
    n = len(img.shape)
    time_on_fifth = n == 5 and img.shape[3] == 1 and h["intent_code"] != 1007
    if not (n == 4 or time_on_fifth):
        return None
    step = float(h["pixdim"][n])
    unit = h.get_xyzt_units()[1]
    if step <= 0 or unit not in ("sec", "msec", "usec"):
        return None
    if unit == "sec" and step > 100:
        raise ValueError("header contradicts itself")
    return step / {"sec": 1, "msec": 1000, "usec": 1000000}[unit]
