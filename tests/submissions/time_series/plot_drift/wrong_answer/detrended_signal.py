"""The signal without its drift, in place of the signal.

fails: plot_drift_signal, plot_drift_words
says: the signal was not found
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    _, axes = plt.subplots()
    axes.plot(seconds, signal - slope * (seconds - seconds.mean()), label="signal")
    axes.plot(seconds, intercept + slope * seconds, label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
