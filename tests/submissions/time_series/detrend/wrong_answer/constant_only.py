"""`detrend(type='constant')`, which takes the mean and leaves the slope (misconception 101).

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: taking out the mean and leaving the line
"""

def detrend(signals):
    from scipy import signal

    return signal.detrend(signals, type="constant")
