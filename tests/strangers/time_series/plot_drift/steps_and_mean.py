# right: signal as steps (plot with drawstyle), line drawn by scatter of its points, an extra axhline for the mean
def plot_drift(signal, tr):
    """Draw a signal and its least-squares line against time.

    Parameters
    ----------
    signal : (t,) array of float, t >= 2
        One number per volume, in scanner units; it is left as it was.
    tr : float, seconds
        From one volume to the next.

    Returns
    -------
    matplotlib.axes.Axes
        With time in seconds from 0 on the x axis. The signal is drawn with `Axes.plot` or
        `Axes.scatter`; so is its least-squares line (intercept included), from the beginning of
        the run to its end, with any number of points from two up. Both axes have a label, and the
        Axes have a legend that names the signal and the line.
    """
    seconds = np.array([volume * tr for volume in range(len(signal))])
    X = np.c_[np.ones(len(seconds)), seconds]
    beta = np.linalg.solve(X.T @ X, X.T @ signal)
    _, ax = plt.subplots()
    ax.plot(seconds, signal, drawstyle="steps-post", label="data")
    ax.scatter(seconds, X @ beta, marker="_", color="k", label="linear fit")
    ax.axhline(np.mean(signal), ls=":", color="0.7", label="mean over time")
    ax.set_xlim(0, None)
    ax.set_xlabel("t / s")
    ax.set_ylabel("intensity (arbitrary scanner units)")
    ax.legend()
    return ax
