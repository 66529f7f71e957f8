"""Time is labelled, the signal is not.

fails: plot_drift_words
says: the y axis has no label
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, intercept + slope * seconds, label="line")
    axes.set_xlabel("time (s)")
    axes.set_ylabel(" ")
    axes.legend()
    return axes
