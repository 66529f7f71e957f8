"""The median of the slopes between pairs, which is not least squares (R25).

fails: drift_per_second, drift_percent, drift_edges
says: is wrong
"""

def drift(signal, tr):
    from scipy import stats

    slope = stats.theilslopes(signal, tr * np.arange(len(signal)))[0]
    return slope, 6000 * slope / np.mean(signal)
