"""scipy's `detrend`, which takes the mean as well (misconception 102).

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: taking the mean out as well
"""

def detrend(signals):
    from scipy import signal

    return signal.detrend(signals)
