# wrong: mends the header of the caller's image to seconds: the image is changed (and a second call sees another header)
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
    hdr = img.header
    space, unit = hdr.get_xyzt_units()
    factor = {"sec": 1, "msec": 1e-3, "usec": 1e-6}[unit]
    zooms = list(hdr.get_zooms())
    zooms[3] = zooms[3] * factor
    hdr.set_zooms(zooms)
    hdr.set_xyzt_units(space, "sec")
    return float(hdr.get_zooms()[3]) * np.arange(img.shape[3])
