# right: reads dim, pixdim, the unit bits and intent_code straight from the fields
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
    header = img.header
    dim = header["dim"]
    which = None
    if dim[0] == 4:
        which = 4
    elif dim[0] == 5 and dim[4] == 1 and int(header["intent_code"]) not in (1006, 1007):
        which = 5
    if which is None:
        return None
    step = float(header["pixdim"][which])
    per_second = {8: 1, 16: 1000, 24: 1000000}.get(int(header["xyzt_units"]) & 0x38)
    if per_second is None or step <= 0:
        return None
    if step > 100 and per_second == 1:
        raise ValueError("the header contradicts itself")
    return step / per_second
