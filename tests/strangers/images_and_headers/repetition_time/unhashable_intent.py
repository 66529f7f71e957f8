# wrong: looks the intent code (a 0-d array, unhashable) up in a set; shows on every 5D image with a fourth axis of 1 (TypeError)
VECTORS = {1006, 1007}
SECONDS = {"sec": 1.0, "msec": 1e-3, "usec": 1e-6}


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
    zooms = img.header.get_zooms()
    match img.shape:
        case (_, _, _, _):
            step = zooms[3]
        case (_, _, _, 1, _) if img.header["intent_code"] not in VECTORS:
            step = zooms[4]
        case _:
            return None
    unit = img.header.get_xyzt_units()[1]
    if unit == "sec" and step > 100:
        raise ValueError(f"a step of {step} seconds")
    if unit not in SECONDS or not step > 0:
        return None
    return np.float64(step) * SECONDS[unit]
