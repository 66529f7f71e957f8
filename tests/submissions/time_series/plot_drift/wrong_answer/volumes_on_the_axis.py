"""Volume numbers on the x axis (misconception 91).

fails: plot_drift_signal, plot_drift_line
says: counting volumes
"""

def plot_drift(signal, tr):
    volume = np.arange(len(signal))
    _, axes = plt.subplots()
    axes.plot(signal, label="signal")
    axes.plot(volume, np.polyval(np.polyfit(volume, signal, 1), volume), label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
