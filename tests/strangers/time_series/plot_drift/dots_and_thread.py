# right: the signal twice, dots and a thin thread, only one of them in the legend; the line from its end back to its beginning; words in German
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
    zeit = np.arange(np.size(signal)) * float(tr)
    steigung = np.cov(zeit, signal)[0, 1] / np.var(zeit, ddof=1)
    achse = np.mean(signal) - steigung * zeit.mean()
    bild, feld = plt.subplots(1, 1, figsize=(7, 3))
    feld.plot(zeit, signal, lw=0.5, color="gray")
    feld.scatter(zeit, signal, c="k", s=4, label="Signal")
    feld.plot(zeit[[-1, 0]], achse + steigung * zeit[[-1, 0]], color="C3", label="Ausgleichsgerade")
    feld.set_xlabel("Zeit in Sekunden")
    feld.set_ylabel("Signal (Einheiten des Scanners)")
    feld.legend(loc="upper center", bbox_to_anchor=(0.5, 1.2), ncols=2, title="")
    return feld
