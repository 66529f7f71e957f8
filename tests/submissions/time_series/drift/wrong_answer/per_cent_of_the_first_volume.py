"""Per cent of the first volume in place of the mean (misconception 100).

fails: drift_example, drift_percent, drift_edges
says: per cent of the first volume
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return slope, 6000 * slope / signal[0]
