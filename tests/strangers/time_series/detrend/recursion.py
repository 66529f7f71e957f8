# right: calls itself for each signal until one is left, which lstsq deals with
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
    if signals.ndim > 1:
        return np.stack([detrend(part) for part in signals])
    t = np.arange(signals.size)
    X = np.vander(t, 2)
    coefficients = np.linalg.lstsq(X, signals, rcond=None)[0]
    line = X.dot(coefficients)
    return signals - (line - line.mean())
