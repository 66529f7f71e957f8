# right: uses the slope of drift()-like helper and draws the line through the centre of gravity, on axes made by add_axes
def line_through(t, y):
    t0, y0 = t.mean(), y.mean()
    b = ((t - t0) * (y - y0)).sum() / ((t - t0) ** 2).sum()
    return lambda when: y0 + b * (when - t0)


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
    seconds = np.arange(signal.shape[0]) * tr
    line = line_through(seconds, signal)
    axes = plt.figure(figsize=(8, 3)).add_axes([0.1, 0.2, 0.85, 0.7])
    axes.plot(seconds, signal, "o", markersize=3)
    dense = np.linspace(0, seconds[-1], 500)
    axes.plot(dense, line(dense))
    for handle, name in zip(axes.lines, ("signal of the run", "least squares")):
        handle.set_label(name)
    axes.legend()
    axes.set_xlabel("time (s)")
    axes.set_ylabel("scanner units")
    return axes
