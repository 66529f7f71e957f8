"""`Polynomial.fit(...).coef[1]`, not converted (misconception 93).

fails: drift_per_second, drift_percent, drift_edges
says: times that were scaled
"""

def drift(signal, tr):
    slope = np.polynomial.Polynomial.fit(tr * np.arange(len(signal)), signal, 1).coef[1]
    return slope, 6000 * slope / np.mean(signal)
