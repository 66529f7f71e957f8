"""Per cent per second, not per minute.

fails: drift_example, drift_percent, drift_edges
says: per cent per second
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return slope, 100 * slope / np.mean(signal)
