# right: Polynomial.fit with convert(), fitted twice: to the signal, and to the signal in per cent against minutes
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
    seconds = np.linspace(0, (len(signal) - 1) * tr, len(signal))
    minutes = seconds / 60
    percent = 100 * signal / signal.mean()
    fit = np.polynomial.Polynomial.fit
    return tuple(fit(x, y, 1).convert().coef[1] for x, y in ((seconds, signal), (minutes, percent)))
