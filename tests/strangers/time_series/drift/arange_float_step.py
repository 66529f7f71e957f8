# wrong: times by np.arange with a float step: one too many for some short TRs (3 volumes 0.1 s apart), and polyfit then raises
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
    t = np.arange(0, len(signal) * tr, tr)
    slope, _ = np.polyfit(t, signal, 1)
    return slope, 100 * 60 * slope / np.mean(signal)
