"""A Figure of matplotlib's own, without pyplot, the line drawn first and finely."""

def plot_drift(signal, tr):
    seconds = tr * np.arange(len(signal))
    slope, intercept = np.polyfit(seconds, signal, 1)

    from matplotlib.figure import Figure

    axes = Figure(figsize=(4, 3)).subplots()
    fine = np.linspace(0, seconds[-1], 300)
    axes.plot(fine, slope * fine + intercept, label=f"{slope:.3g} per s")
    axes.plot(list(seconds), list(signal), "o", label="signal")
    axes.axhline(np.mean(signal), color="0.8", zorder=0)

    axes.set_xlabel("time (s)")
    axes.set_ylabel("signal")
    axes.legend()
    return axes
