"""The legend has one entry only.

fails: plot_drift_words
says: does not name both
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, intercept + slope * seconds)

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
