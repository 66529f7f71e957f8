# wrong: per cent of the median and not of the mean; shows on all skewed signals, not on two volumes or a straight line
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
    baseline = np.median(signals, axis=-1, keepdims=True)
    return 100 * (signals - baseline) / baseline
