# wrong: the line from the first to the last volume, not that of least squares; shows on every noisy signal of more than two volumes
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
    step = (signals[..., -1:] - signals[..., :1]) / (n - 1)
    t = np.arange(n) - (n - 1) / 2
    return signals - step * t
