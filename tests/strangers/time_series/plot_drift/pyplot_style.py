# right: pyplot's state machine, legend by a list of names, line first and signal over it
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
    line = np.poly1d(np.polyfit(t, signal, 1))
    plt.figure()
    plt.plot(t, line(t), linewidth=3, color="orange", zorder=0)
    plt.plot(t, signal, ".-", color="black")
    plt.legend(["least-squares line", "signal"])
    plt.xlabel("time since the first volume (s)")
    plt.ylabel("scanner units")
    plt.title("Drift")
    plt.grid(True)
    return plt.gca()
