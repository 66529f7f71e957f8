# right: pinv of a design matrix with centred times; per volume first and divided by the TR at the end; a list is returned
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
    n = np.arange(np.size(signal), dtype=float)
    X = np.stack([np.ones(n.size), n - n.mean()], axis=1)
    level, per_volume = np.linalg.pinv(X) @ signal  # the level is the mean as the times are centred
    return [per_volume / tr, 6000 * per_volume / tr / level]
