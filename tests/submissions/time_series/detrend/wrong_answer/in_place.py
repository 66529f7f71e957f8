"""The line is taken out of the array that came.

fails: detrend_edges
says: it changed its input
"""

def detrend(signals):
    time = np.arange(signals.shape[-1]) - (signals.shape[-1] - 1) / 2
    slopes = signals @ time / (time @ time)
    signals -= slopes[..., np.newaxis] * time
    return signals
