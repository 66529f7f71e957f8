# wrong: fits a parabola too and returns its slope at time 0; shows on noisy and curved signals (and two volumes)
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
    _, slope, _ = np.polyfit(t, signal, 2)
    return slope, 6000 * slope / signal.mean()
