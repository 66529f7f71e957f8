# right: reads the unit from the bits of xyzt_units, and returns a plain list of floats
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
    header = img.header
    code = int(header["xyzt_units"]) & 0b111000  # 8 s, 16 ms, 24 us
    if code == 8:
        factor = 1.0
    elif code == 16:
        factor = 1e-3
    elif code == 24:
        factor = 1e-6
    else:
        raise ValueError(f"unknown unit of time: {code}")
    step = header["pixdim"][4].item() * factor
    return [n * step for n in range(int(header["dim"][4]))]
