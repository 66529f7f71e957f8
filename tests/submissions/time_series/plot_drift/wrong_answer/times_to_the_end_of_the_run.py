"""The last volume drawn at the end of the run (misconception 96).

fails: plot_drift_signal, plot_drift_line
says: a last volume at the end of the run
"""

def plot_drift(signal, tr):
    seconds = np.linspace(0, tr * len(signal), len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, intercept + slope * seconds, label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
