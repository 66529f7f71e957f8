# right: the mean as a product with a column of 1/n
def percent_signal_change(signals):
    """Return signals in per cent of their own mean over time, so that 0 is the mean.

    Parameters
    ----------
    signals : (t,) or (..., t) array of float, t >= 2
        Time is the last axis; the mean of each is above 0. The array is left as it was.

    Returns
    -------
    array of the same shape, per cent
    """
    n = signals.shape[-1]
    mean = signals @ np.full((n, 1), 1 / n)
    return (signals - mean) / mean * 100
