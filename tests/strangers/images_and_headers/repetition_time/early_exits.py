# right: one early exit after the other; np.float32 arithmetic cast at the end; nan is no time either
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
    ndim = img.ndim
    if ndim not in (4, 5):
        return None
    if ndim == 5 and img.shape[3] != 1:
        return None
    if ndim == 5 and 1006 <= h["intent_code"] <= 1007:
        return None
    step, unit = h["pixdim"][ndim], h.get_xyzt_units()[1]
    if not step > 0:
        return None
    assert np.ndim(step) == 0
    for name, seconds in [("sec", 1), ("msec", 1e-3), ("usec", 1e-6)]:
        if unit == name:
            if name == "sec" and step > 100:
                raise ValueError("step of", step, unit)
            return float(step * seconds)
