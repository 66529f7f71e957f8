# right: covariance over variance in plain Python with sums, a named tuple is returned
from collections import namedtuple

Slope = namedtuple("Slope", "per_second percent_per_minute")


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
    n = len(signal)
    mean_y = sum(signal) / n
    mean_t = tr * (n - 1) / 2
    up = sum((i * tr - mean_t) * (y - mean_y) for i, y in enumerate(signal))
    down = sum((i * tr - mean_t) ** 2 for i in range(n))
    b = float(up / down)
    return Slope(b, b * 60 / float(mean_y) * 100)
