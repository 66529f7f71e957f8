"""The coefficients of `polyfit` in the wrong order (misconception 92).

fails: plot_drift_line
says: the least-squares line was not found
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, slope + intercept * seconds, label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
