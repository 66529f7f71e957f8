# wrong: transposes with .T, which turns round all axes; right for one and two axes, wrong shape or error for three and four
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
    if signals.ndim == 1:
        b, a = np.polyfit(t, signals, 1)
        return signals - b * (t - t.mean())
    coefficients = np.polyfit(t, signals.T, 1)
    return signals - np.outer(coefficients[0], t - t.mean())
