# wrong: the first number right, the second multiplied by 60 / tr though the slope is per second already; shows on TR other than 1 s
def drift(signal, tr):
    """Return the slope of the least-squares line through a signal.

    Parameters
    ----------
    signal : (t,) array of float, t >= 2
        One number per volume, in scanner units, its mean above 0; it is left as it was.
    tr : float, seconds
        From one volume to the next.

    Returns
    -------
    pair of float (any sequence of two)
        The slope of the ordinary least-squares line with intercept, negative for a signal that
        falls: first in scanner units per second, then in per cent of the signal's mean per minute.
    """
    t = np.arange(len(signal)) * tr
    slope = np.polyfit(t, signal, 1)[0]
    volumes_per_minute = 60 / tr
    return slope, 100 * slope * volumes_per_minute / signal.mean()
