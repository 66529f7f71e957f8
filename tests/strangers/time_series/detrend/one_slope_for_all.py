# wrong: fits the line to the mean of all signals and takes that slope out of each; shows when slopes differ
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
    t = np.arange(signals.shape[-1])
    average = signals.reshape(-1, t.size).mean(axis=0)
    slope = np.polyfit(t, average, 1)[0]
    return signals - slope * (t - t.mean())
