# wrong: compares the whole of xyzt_units, so that it holds only when space is in mm; shows on msec/usec with another or no unit of space
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
    tr = float(img.header["pixdim"][4])
    code = int(img.header["xyzt_units"])
    if code == 18:    # mm, ms
        tr = tr / 1e3
    elif code == 26:  # mm, us
        tr = tr / 1e6
    return tr * np.arange(img.shape[3])
