"""Minutes on the x axis.

fails: plot_drift_signal, plot_drift_line
says: minutes
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    _, axes = plt.subplots()
    axes.plot(seconds / 60, signal, label="signal")
    axes.plot(seconds / 60, intercept + slope * seconds, label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
