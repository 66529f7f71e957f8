# wrong: adds the mean over all signals to each; shows on many signals of different means
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
    from scipy import signal
    return signal.detrend(signals) + signals.mean()
