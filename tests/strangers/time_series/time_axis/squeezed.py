# wrong: takes the number of volumes from the squeezed data; one volume (or one slice) is lost: a film of one volume gets as many times as it has slices
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
    data = img.get_fdata().squeeze()
    tr = float(img.header.get_zooms()[3]) / {"sec": 1, "msec": 1e3, "usec": 1e6}[img.header.get_xyzt_units()[1]]
    return np.array([n * tr for n in range(data.shape[-1])])
