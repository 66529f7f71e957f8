"""Per cent over the whole run, not per minute.

fails: drift_example, drift_percent, drift_edges
says: per cent over the whole run
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return slope, 100 * slope * tr * (len(signal) - 1) / np.mean(signal)
