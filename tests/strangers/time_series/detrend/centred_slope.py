# right: slope by a dot product with centred volume numbers, subtracts slope times centred time
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
    signals = np.asarray(signals, dtype=float)
    t = np.arange(signals.shape[-1]) - (signals.shape[-1] - 1) / 2
    slope = signals @ t / (t @ t)
    return signals - np.multiply.outer(slope, t)
