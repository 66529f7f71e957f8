"""A fall given as a positive number, because it is called a fall.

fails: drift_example, drift_per_second, drift_percent, drift_edges
says: without its sign
"""

def drift(signal, tr):
    slope = np.polyfit(tr * np.arange(len(signal)), signal, 1)[0]

    return abs(slope), abs(6000 * slope / np.mean(signal))
