# wrong: an unknown unit is taken for seconds, as voxel_sizes takes unknown for mm; shows on unknown units
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
    if n == 5 and (img.shape[3] != 1 or int(h["intent_code"]) in (1006, 1007)):
        return None
    if n not in (4, 5):
        return None
    step = float(h["pixdim"][n])
    unit = h.get_xyzt_units()[1]
    if step <= 0 or unit in ("hz", "ppm", "rads"):
        return None
    if unit == "sec" and step > 100:
        raise ValueError("header contradicts itself")
    return step / {"msec": 1000, "usec": 1000000}.get(unit, 1)
