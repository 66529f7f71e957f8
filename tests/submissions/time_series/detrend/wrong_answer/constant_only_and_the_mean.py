"""`detrend(type='constant')` and the mean again: nothing is done (misconception 101).

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: numbers are wrong
"""

def detrend(signals):
    from scipy import signal

    return signal.detrend(signals, type="constant") + signals.mean(axis=-1, keepdims=True)
