"""Times by `linspace` up to the end of the run, one gap too few (misconception 96).

fails: drift_example, drift_per_second, drift_percent, drift_edges
says: times whose last one is the end of the run
"""

def drift(signal, tr):
    slope = np.polyfit(np.linspace(0, len(signal) * tr, len(signal)), signal, 1)[0]
    return slope, 6000 * slope / np.mean(signal)
