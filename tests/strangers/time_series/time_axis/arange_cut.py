# right: arange with a float step, but cut to the number of volumes
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
    *_, volumes = img.shape
    *_, tr = map(float, img.header.get_zooms())
    unit = img.header.get_xyzt_units()[1]
    tr *= 10.0 ** -(3 * ["sec", "msec", "usec"].index(unit))
    return np.arange(0, (volumes + 1) * tr, tr)[:volumes]
