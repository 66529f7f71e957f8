"""Labels are given, but no legend is drawn.

fails: plot_drift_words
says: the Axes have no legend
"""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    _, axes = plt.subplots()
    axes.plot(seconds, signal, label="signal")
    axes.plot(seconds, intercept + slope * seconds, label="line")
    axes.set(xlabel="time (s)", ylabel="signal")
    return axes
