# right: polyfit on a table of columns, reshaped there and back
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
    original = np.shape(signals)
    n = original[-1]
    table = np.reshape(signals, (-1, n)).T           # (t, number of signals)
    x = np.arange(n)
    b, a = np.polyfit(x, table, deg=1)
    lines = x[:, None] * b + a
    cleaned = table - lines + table.mean(axis=0)
    return cleaned.T.reshape(original)
