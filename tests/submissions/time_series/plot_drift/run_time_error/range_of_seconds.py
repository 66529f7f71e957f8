"""A range whose end is not a whole number.

fails: plot_drift_example, plot_drift_signal, plot_drift_line, plot_drift_words
says: TypeError
"""

def plot_drift(signal, tr):
    seconds = list(range(0, len(signal) * tr, tr))
    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, np.polyval(np.polyfit(seconds, signal, 1), seconds), label="line")

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
