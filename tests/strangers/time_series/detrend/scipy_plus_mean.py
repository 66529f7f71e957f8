# right: scipy's detrend along the last axis, the mean put back
from scipy.signal import detrend as scipy_detrend


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
    return scipy_detrend(signals, axis=-1) + np.mean(signals, axis=-1, keepdims=True)
