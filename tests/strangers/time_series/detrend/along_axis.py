# right: apply_along_axis of a function of one signal, with linregress
from scipy.stats import linregress


def flatten_one(y):
    x = np.arange(len(y))
    result = linregress(x, y)
    residual = y - (result.intercept + result.slope * x)
    return residual + y.mean()


def detrend(signals):
    """Return signals without their least-squares line, with the mean over time that they had.

    Parameters
    ----------
    signals : (t,) or (..., t) array of float, t >= 2
        Time is the last axis; each signal has a line of its own. The array is left as it was.

    Returns
    -------
    array of the same shape
    """
    return np.apply_along_axis(flatten_one, -1, signals)
