"""What `plt.plot` returns, a list of lines, is returned.

fails: plot_drift_example, plot_drift_signal, plot_drift_line, plot_drift_words
says: where Axes were wanted
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    plt.xlabel("time (s)")
    plt.ylabel("signal")
    return plt.plot(seconds, signal, seconds, intercept + slope * seconds)
