# right: whole numbers times the TR, a dictionary of units
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
    per_second = {"sec": 1, "msec": 1000, "usec": 1_000_000}
    return np.arange(img.shape[3]) * float(img.header.get_zooms()[3]) / per_second[img.header.get_xyzt_units()[1]]
