# wrong: last minus first over the duration, not least squares; shows on noisy or curved signals
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
    slope = (signal[-1] - signal[0]) / ((len(signal) - 1) * tr)
    return slope, 6000 * slope / signal.mean()
