"""The signal in seconds, but the line drawn over volume numbers (misconception 91).

fails: plot_drift_line
says: a line drawn against volume numbers
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    volume = np.arange(len(signal))
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(volume, np.polyval(np.polyfit(volume, signal, 1), volume), label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
