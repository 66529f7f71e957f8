# wrong: right numbers, but -=, /= and *= change the caller's array
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
    baseline = signals.mean(axis=-1, keepdims=True)
    signals -= baseline
    signals /= baseline
    signals *= 100
    return signals
