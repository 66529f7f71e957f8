"""The mean taken out of the signal that came, before the fit.

fails: drift_edges
says: it changed its input
"""

def drift(signal, tr):
    mean = signal.mean()
    signal -= mean
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]
    return slope, 6000 * slope / mean
