"""A line from the first volume to the last (misconception 94).

fails: detrend_one, detrend_many
says: a line from the first volume to the last
"""

def detrend(signals):
    time = np.linspace(-0.5, 0.5, signals.shape[-1])
    return signals - (signals[..., -1:] - signals[..., :1]) * time
