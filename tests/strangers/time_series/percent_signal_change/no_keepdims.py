# wrong: mean without keepdims: raises for most tables, and with as many signals as volumes divides by the mean of another voxel
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
    baseline = np.mean(signals, axis=-1)
    return 100 * (signals - baseline) / baseline
