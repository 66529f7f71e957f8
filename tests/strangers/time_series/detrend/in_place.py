# wrong: -= on the caller's array; the numbers are right but the signals are not left as they were
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
    t = np.arange(signals.shape[-1], dtype=float)
    t -= t.mean()
    slope = (signals * t).sum(axis=-1, keepdims=True) / (t**2).sum()
    signals -= slope * t
    return signals
