# wrong: divides by the line and multiplies with the mean instead of subtracting; residuals are stretched where the line is low, NaN where it is 0
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
    flat = signals.reshape(-1, t.size)
    b, a = np.polyfit(t, flat.T, 1)
    line = a[:, None] + b[:, None] * t
    return (flat / line * flat.mean(axis=1, keepdims=True)).reshape(signals.shape)
