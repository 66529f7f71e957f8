# wrong: time in minutes (said so on the label), asked for in seconds
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
    minutes = np.arange(len(signal)) * tr / 60
    fit = np.polyfit(minutes, signal, 1)
    fig, ax = plt.subplots()
    ax.plot(minutes, signal, label="signal")
    ax.plot(minutes, np.polyval(fit, minutes), label="line")
    ax.set(xlabel="time (min)", ylabel="scanner units")
    ax.legend()
    return ax
