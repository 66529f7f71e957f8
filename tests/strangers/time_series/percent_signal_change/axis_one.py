# wrong: axis 1 for everything that is not a single signal; right for two axes, wrong for three and four
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
    if signals.ndim == 1:
        return 100 * (signals - signals.mean()) / signals.mean()
    baseline = signals.mean(axis=1, keepdims=True)
    return 100 * (signals - baseline) / baseline
