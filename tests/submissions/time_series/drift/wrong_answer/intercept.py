"""The second coefficient of `polyfit`, which is the intercept (misconception 92).

fails: drift_example, drift_per_second, drift_percent, drift_edges
says: the other coefficient of the line
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[1]
    return slope, 6000 * slope / np.mean(signal)
