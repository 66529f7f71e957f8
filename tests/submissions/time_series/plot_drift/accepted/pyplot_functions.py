"""pyplot's functions on the current figure, two points for the line, labels given to the legend."""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    ends = [seconds[0], seconds[-1]]
    plt.plot(seconds, signal, "k.-")
    plt.plot(ends, [intercept + slope * end for end in ends], "b--")
    plt.xlabel("s")
    plt.ylabel("MR signal")
    plt.legend(["data", "fit"])
    return plt.gca()
