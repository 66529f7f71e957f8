"""A line that ends in the middle of the run.

fails: plot_drift_line
says: does not span the run
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    half = seconds[: len(seconds) // 2]
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(half, intercept + slope * half, label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
