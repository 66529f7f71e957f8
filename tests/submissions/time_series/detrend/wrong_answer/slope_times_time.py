"""Slope times time from 0, which moves the mean to the intercept (misconception 103).

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: moves the mean to the intercept
"""

def detrend(signals):
    time = np.arange(signals.shape[-1])
    centred = time - time.mean()
    slopes = signals @ centred / (centred @ centred)
    return signals - slopes[..., np.newaxis] * time
