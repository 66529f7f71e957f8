# wrong: looks for the time axis by its length and takes the first axis when the array is square; shows with as many signals as volumes
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
    if signals.ndim == 2 and signals.shape[0] >= signals.shape[1]:
        signals, turned = signals.T, True   # surely (t, voxels)
    else:
        turned = False
    t = np.arange(signals.shape[-1]) - (signals.shape[-1] - 1) / 2
    out = signals - (signals @ t / (t @ t))[..., None] * t
    return out.T if turned else out
