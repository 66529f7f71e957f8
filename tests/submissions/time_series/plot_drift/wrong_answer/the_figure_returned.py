"""The figure is returned, not its Axes.

fails: plot_drift_example, plot_drift_signal, plot_drift_line, plot_drift_words
says: where Axes were wanted
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    figure, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, intercept + slope * seconds, label="line")
    axes.set(xlabel="time (s)", ylabel="signal")
    axes.legend()
    return figure
