# right: polyfit on seconds, a numpy array is returned
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
    slope = np.polyfit(np.arange(len(signal)) * tr, signal, 1)[0]
    return np.array([slope, 100 * 60 * slope / np.mean(signal)])
