# right: 100 (y / mean - 1), one line
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
    return (signals / signals.mean(axis=-1, keepdims=True) - 1) * 100
