"""A fraction per minute, not per cent (misconception 98).

fails: drift_example, drift_percent, drift_edges
says: a fraction, not per cent
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return slope, 60 * slope / np.mean(signal)
