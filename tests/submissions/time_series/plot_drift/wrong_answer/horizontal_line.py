"""A horizontal line at the mean.

fails: plot_drift_line
says: a horizontal line at the mean
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, np.full(len(signal), signal.mean()), label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
