# wrong: divides by 1000 whenever the unit is not 'sec'; a thousand times too large for microseconds
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
    tr = float(img.header.get_zooms()[3])
    if img.header.get_xyzt_units()[1] != "sec":
        tr /= 1000
    return tr * np.arange(img.shape[3])
