# right: Legendre polynomials on -1 to 1, of which the first has no mean: only its share is subtracted
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
    y = np.array(signals, dtype=float)
    x = np.linspace(-1, 1, y.shape[-1])
    c = np.polynomial.legendre.legfit(x, y.reshape(-1, x.size).T, 1)
    y -= (c[1][:, None] * x).reshape(y.shape)
    return y
