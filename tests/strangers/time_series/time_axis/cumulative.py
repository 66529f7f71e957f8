# right: a zero and the sum of the gaps between the posts
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
    n_volumes = img.header.get_data_shape()[3]
    gap = np.float64(img.header["pixdim"][4])
    unit = img.header.get_xyzt_units()[1]
    if unit in ("msec", "usec"):
        gap *= 1e-3
        if unit == "usec":
            gap *= 1e-3
    return np.concatenate([[0.0], np.cumsum(np.full(n_volumes - 1, gap))])
