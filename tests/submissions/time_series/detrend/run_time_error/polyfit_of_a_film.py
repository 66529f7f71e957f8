"""`polyfit` of the transposed array, which has two axes at most.

fails: detrend_many, detrend_edges
says: TypeError
"""

def detrend(signals):
    time = np.arange(signals.shape[-1])
    slopes = np.polyfit(time, signals.T, 1)[0]
    return signals - np.multiply.outer(slopes, time - time.mean())
