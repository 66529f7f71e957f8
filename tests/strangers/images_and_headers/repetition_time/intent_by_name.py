# right: intent by nibabel's label, an exception class of its own derived from ValueError
class ContradictoryHeader(ValueError):
    """The header says something that cannot be."""


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
    ndim = len(img.shape)
    intent = img.header.get_intent()[0]
    is_5d_time = ndim == 5 and img.shape[3] == 1 and intent not in ("vector", "displacement vector")
    if ndim != 4 and not is_5d_time:
        return None

    step = img.header["pixdim"][ndim].item()
    unit = img.header.get_xyzt_units()[1]
    if step <= 0:
        return None
    if unit == "sec":
        if step > 100:
            raise ContradictoryHeader(f"TR of {step} s?")
        return step
    if unit == "msec":
        return step / 1000
    if unit == "usec":
        return step / 1e6
    return None
