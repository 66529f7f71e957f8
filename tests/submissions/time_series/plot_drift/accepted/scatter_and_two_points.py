"""The signal as points, the line from 0 to the end of the run; the legend under the axes."""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    axes = plt.figure().add_subplot()
    axes.scatter(seconds, signal, label="measured")
    end = tr * len(signal)
    axes.plot([0, end], [intercept, intercept + slope * end], label="fitted")
    axes.set(xlabel="seconds since the first volume", ylabel="a.u.", title="drift")
    axes.legend(loc="upper center", bbox_to_anchor=(0.5, -0.2), ncols=2)
    return axes
