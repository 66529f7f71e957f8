# wrong: refuses by the converted seconds whatever the unit; shows on e.g. 150000 msec, which has to be 150.0
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
    if n == 4:
        step = float(h["pixdim"][4])
    elif n == 5 and img.shape[3] == 1 and h["intent_code"] not in (1006, 1007):
        step = float(h["pixdim"][5])
    else:
        return None
    factor = {"sec": 1, "msec": 1e-3, "usec": 1e-6}.get(h.get_xyzt_units()[1])
    if factor is None or step <= 0:
        return None
    seconds = step * factor
    if seconds > 100:
        raise ValueError("repetition time of more than 100 s")
    return seconds
