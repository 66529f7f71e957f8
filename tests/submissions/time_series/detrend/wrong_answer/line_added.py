"""The line added, by a sign.

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: adding the line
"""

def detrend(signals):
    time = np.arange(signals.shape[-1]) - (signals.shape[-1] - 1) / 2
    slopes = signals @ time / (time @ time)
    return signals + slopes[..., np.newaxis] * time
