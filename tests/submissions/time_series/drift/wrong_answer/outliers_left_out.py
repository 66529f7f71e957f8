"""A robust fit: volumes that lie far away are left out first.

fails: drift_edges
says: a spike near its end
"""

def drift(signal, tr):
    times = tr * np.arange(len(signal))
    keep = np.abs(signal - np.median(signal)) <= 4 * signal.std()
    slope = np.polyfit(times[keep], signal[keep], 1)[0]
    return slope, 6000 * slope / np.mean(signal)
