# wrong: volume numbers below a label that says seconds; shows on TR other than 1 s
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
    volumes = np.arange(len(signal))
    b, a = np.polyfit(volumes, signal, 1)
    fig, ax = plt.subplots()
    ax.plot(volumes, signal, label="signal")
    ax.plot(volumes, a + b * volumes, label="line")
    ax.set_xlabel("time (s)")
    ax.set_ylabel("signal")
    ax.legend()
    return ax
