"""The percentage first.

fails: drift_example, drift_per_second, drift_percent, drift_edges
says: the pair in the other order
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return 6000 * slope / np.mean(signal), slope
