# right: scipy.stats.linregress
from scipy import stats


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
    seconds = np.arange(len(signal)) * tr
    fit = stats.linregress(seconds, signal)
    percent = fit.slope / np.mean(signal) * 100
    return fit.slope, percent * 60
