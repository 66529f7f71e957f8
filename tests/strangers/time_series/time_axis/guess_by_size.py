# wrong: guesses the unit by the size of the number; shows on short TRs in msec (80 ms) and long ones in seconds
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
    if tr >= 1e5:
        tr /= 1e6
    elif tr >= 100:
        tr /= 1e3
    return tr * np.arange(img.shape[3])
