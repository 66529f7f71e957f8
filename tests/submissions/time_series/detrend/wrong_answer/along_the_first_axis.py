"""scipy's `detrend` along the first axis, as for data with time first (misconception 104).

fails: detrend_many, detrend_edges
says: numbers are wrong
"""

def detrend(signals):
    from scipy import signal

    return signal.detrend(signals, axis=0) + signals.mean(axis=-1, keepdims=True)
