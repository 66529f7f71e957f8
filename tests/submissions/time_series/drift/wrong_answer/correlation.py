"""The correlation with time, which has no units (misconception 97).

fails: drift_per_second, drift_percent, drift_edges
says: a correlation
"""

def drift(signal, tr):
    slope = np.corrcoef(tr * np.arange(len(signal)), signal)[0, 1]
    return slope, 6000 * slope / np.mean(signal)
