# wrong: the median of pairwise slopes (Theil-Sen), not ordinary least squares; shows on noisy and curved signals
from itertools import combinations


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
    slopes = [(signal[b] - signal[a]) / ((b - a) * tr) for a, b in combinations(range(len(signal)), 2)]
    slope = np.median(slopes)
    return slope, 6000 * slope / np.mean(signal)
