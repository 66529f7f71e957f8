"""A line from the first volume to the last (misconception 94).

fails: plot_drift_line
says: a line from the first volume to the last
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds[[0, -1]], signal[[0, -1]], label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
