"""Volume numbers in place of seconds (misconception 91).

fails: drift_per_second, drift_percent, drift_edges
says: a slope per volume
"""

def drift(signal, tr):
    slope = np.polyfit(np.arange(len(signal)), signal, 1)[0]
    return slope, 6000 * slope / np.mean(signal)
