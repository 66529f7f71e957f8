# right: matrix I - XX+ plus J/n, one matrix product for all signals, in long double
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
    n = signals.shape[-1]
    ramp = np.linspace(-1, 1, n)
    ramp /= np.sqrt(np.sum(ramp**2))
    keep = (np.eye(n) - np.outer(ramp, ramp)).astype(np.longdouble)
    return np.matmul(signals.astype(np.longdouble), keep)
