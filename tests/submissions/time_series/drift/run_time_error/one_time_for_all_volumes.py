"""The length of the run in place of the times of its volumes.

fails: drift_example, drift_per_second, drift_percent, drift_edges
says: TypeError
"""

def drift(signal, tr):
    slope = np.polyfit(len(signal) * tr, signal, 1)[0]
    return slope, 6000 * slope / np.mean(signal)
