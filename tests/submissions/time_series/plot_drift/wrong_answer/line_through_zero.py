"""A line without intercept (misconception 95).

fails: plot_drift_line
says: a line without intercept
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope = seconds @ signal / (seconds @ seconds)
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, slope * seconds, label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
