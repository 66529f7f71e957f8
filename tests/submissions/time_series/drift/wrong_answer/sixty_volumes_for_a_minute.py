"""Sixty volumes taken for a minute.

fails: drift_percent, drift_edges
says: sixty volumes taken for a minute
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return slope, 100 * 60 * (slope * tr) / np.mean(signal)
