# wrong: in 5D takes pixdim[4] where it is above 0; shows on 5D time series with pixdim[4] set (nibabel's default is 1)
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
    if n not in (4, 5):
        return None
    step = float(h["pixdim"][4])
    if n == 5:
        if img.shape[3] != 1 or h["intent_code"] in (1006, 1007):
            return None
        if step <= 0:
            step = float(h["pixdim"][5])
    factor = {"sec": 1, "msec": 1e-3, "usec": 1e-6}.get(h.get_xyzt_units()[1])
    if factor is None or step <= 0:
        return None
    if step > 100 and factor == 1:
        raise ValueError("header contradicts itself")
    return step * factor
