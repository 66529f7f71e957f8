"""Per cent of the level at time 0, the fit's own intercept.

fails: drift_example, drift_percent, drift_edges
says: per cent of the intercept
"""

def drift(signal, tr):
    slope, intercept = np.polyfit(tr * np.arange(len(signal)), signal, 1)
    return slope, 6000 * slope / intercept
