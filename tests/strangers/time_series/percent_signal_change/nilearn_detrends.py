# wrong: forgets that nilearn's clean() detrends unless told not to; shows on noisy signals and on one with a line in it
from nilearn.signal import clean


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
    table = np.array(signals).reshape(-1, signals.shape[-1]).T
    changed = clean(table, standardize="psc")
    return changed.T.reshape(signals.shape)
