"""Differences from one volume to the next.

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: differences from one volume to the next
"""

def detrend(signals):
    steps = np.diff(signals, axis=-1, prepend=signals[..., :1])
    return steps + signals.mean(axis=-1, keepdims=True)
