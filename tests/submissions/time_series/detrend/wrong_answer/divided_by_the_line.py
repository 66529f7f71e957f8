"""A line in per cent: each signal is divided by its line, so that its wiggles shrink or grow.

fails: detrend_one, detrend_many, detrend_edges
says: numbers are wrong
"""

def detrend(signals):
    time = np.arange(signals.shape[-1]) - (signals.shape[-1] - 1) / 2
    slopes = signals @ time / (time @ time)
    mean = signals.mean(axis=-1, keepdims=True)
    line = mean + slopes[..., np.newaxis] * time
    return np.where(line == 0, 0, signals / np.where(line == 0, 1, line) * mean)
