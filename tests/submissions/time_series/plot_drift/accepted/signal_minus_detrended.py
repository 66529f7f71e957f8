"""The line as what scipy's `detrend` takes away."""

def plot_drift(signal, tr):
    from scipy.signal import detrend

    seconds = np.arange(len(signal)) * float(tr)
    fig, axes = plt.subplots()
    signal_line, fit_line = axes.plot(seconds, signal, seconds, signal - detrend(signal))
    axes.legend(handles=[signal_line, fit_line], labels=["signal", "drift"])
    axes.set_xlabel("t [s]")
    axes.set_ylabel("S")
    return axes
