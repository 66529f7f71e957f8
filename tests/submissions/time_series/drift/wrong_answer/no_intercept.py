"""Least squares without a column of ones: a line through zero (misconception 95).

fails: drift_example, drift_per_second, drift_percent, drift_edges
says: a line without intercept
"""

def drift(signal, tr):
    times = tr * np.arange(len(signal))
    slope = np.linalg.lstsq(times[:, np.newaxis], signal, rcond=None)[0][0]
    return slope, 6000 * slope / np.mean(signal)
