"""A curve of the second degree, and its slope at time 0.

fails: drift_per_second, drift_percent, drift_edges
says: the slope of a parabola at time 0
"""

def drift(signal, tr):
    times = tr * np.arange(len(signal))
    slope = np.polynomial.Polynomial.fit(times, signal, min(2, len(signal) - 1)).convert().coef[1]
    return slope, 6000 * slope / np.mean(signal)
