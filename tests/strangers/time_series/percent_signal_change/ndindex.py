# right: a loop over all signals with ndindex (also a single one: the empty index), into a copy
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
    out = np.array(signals, copy=True, dtype=np.float64)
    for index in np.ndindex(out.shape[:-1]):
        series = out[index].copy()
        baseline = np.mean(series)
        assert baseline > 0, "the mean must be above 0"
        out[index] = np.divide(series - baseline, baseline / 100)
    return out
