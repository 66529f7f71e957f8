# wrong: the line joins the first and the last value, not least squares
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
    t = np.arange(len(signal)) * tr
    fig, ax = plt.subplots()
    ax.plot(t, signal, label="signal")
    ax.plot([t[0], t[-1]], [signal[0], signal[-1]], label="line")
    ax.set(xlabel="time (s)", ylabel="scanner units")
    ax.legend()
    return ax
