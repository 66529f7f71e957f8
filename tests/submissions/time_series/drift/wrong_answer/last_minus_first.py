"""The last volume minus the first, over the time between (misconception 94).

fails: drift_per_second, drift_percent, drift_edges
says: the last volume minus the first
"""

def drift(signal, tr):
    slope = (signal[-1] - signal[0]) / (tr * (len(signal) - 1))
    return slope, 6000 * slope / np.mean(signal)
