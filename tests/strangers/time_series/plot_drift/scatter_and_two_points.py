# right: scatter for the signal, two points for the line, which runs to the END of the last volume (the run lasts n TR)
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
    n = len(signal)
    seconds = tr * np.arange(n)
    slope, intercept = np.polyfit(seconds, signal, 1)
    ends = np.array([0, n * tr])
    fig, ax = plt.subplots(layout="constrained")
    ax.scatter(seconds, signal, s=8, color="0.4", label="mean signal")
    ax.plot(ends, intercept + slope * ends, "r", label=f"line, {slope:.3f} units per second")
    ax.set_xlabel("Time [s]")
    ax.set_ylabel("Signal [scanner units]")
    ax.legend()
    return ax
