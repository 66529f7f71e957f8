# right: the general fitting routine of scipy, whose least squares of a straight line are the ordinary ones
from scipy.optimize import curve_fit


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
    def straight(t, level, slope):
        return level + slope * (t - (len(signal) - 1) / 2)

    (level, per_volume), _ = curve_fit(straight, np.arange(len(signal), dtype=float), signal, p0=(signal.mean(), 0))
    result = np.empty(2)
    result[0] = per_volume / tr
    result[1] = 100 * result[0] * 60 / level
    return result
