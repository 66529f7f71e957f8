# wrong: np.arange with a float step gives one time too many for some TRs and lengths (e.g. 3 volumes 0.1 s apart; 3, 6 or 12 volumes 0.72 s apart)
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
    unit = img.header.get_xyzt_units()[1]
    if unit == "msec":
        tr = tr / 1000
    elif unit == "usec":
        tr = tr / 1e6
    n = img.shape[3]
    return np.arange(0, n * round(tr, 6), round(tr, 6))
