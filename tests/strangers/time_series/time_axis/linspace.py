# right: linspace to the (n - 1)th TR, with str.startswith for the unit and a print
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
    n = img.shape[-1]
    tr = img.header.get_zooms()[-1].astype(np.float64)
    unit = img.header.get_xyzt_units()[1]
    if unit.startswith("m"):
        tr = tr / 1000
    elif unit.startswith("u"):
        tr = tr / 1000 / 1000
    print(f"{n} volumes, TR = {tr} s")
    return np.linspace(start=0, stop=tr * (n - 1), num=n)
