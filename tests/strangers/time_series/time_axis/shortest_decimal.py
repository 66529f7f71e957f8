# right: takes the shortest decimal of the single-precision TR (2.4 and not 2.4000001), a generator made into a tuple
def time_axis(img):
    """Return the time at which each volume of a film begins.

    Parameters
    ----------
    img : nibabel.Nifti1Image of shape (x, y, z, t)
        pixdim[4] holds the repetition time; the header's unit of time is 'sec', 'msec'
        (milliseconds) or 'usec' (microseconds).

    Returns
    -------
    (t,) floats, seconds
        The first is 0.
    """
    tr = float(str(img.header.get_zooms()[3]))
    match img.header.get_xyzt_units():
        case (_, "msec"):
            divisor = 1_000
        case (_, "usec"):
            divisor = 1_000_000
        case _:
            divisor = 1
    return tuple(volume * tr / divisor for volume in range(img.shape[3]))
