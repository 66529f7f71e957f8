# wrong: sets voxels that never change to NaN "because there is nothing to see" where 0 per cent is asked for
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
    change = 100 * (signals - baseline) / baseline
    never = np.ptp(signals, axis=-1, keepdims=True) == 0
    return np.where(never, np.nan, change)
