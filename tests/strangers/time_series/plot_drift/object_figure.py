# right: a Figure without pyplot, one plot call for both curves, many points on the line, legend by handles
from matplotlib.figure import Figure


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
    t = np.linspace(0, (len(signal) - 1) * tr, len(signal))
    fit = np.polynomial.Polynomial.fit(t, signal, 1)
    axes = Figure(figsize=(6, 3)).add_subplot()
    curve, line = axes.plot(t, signal, "C0-", *fit.linspace(200), "C1--")
    axes.legend([curve, line], ["signal", "fitted line"], loc="best")
    axes.set(xlabel="time (s)", ylabel="signal (a.u.)")
    return axes
