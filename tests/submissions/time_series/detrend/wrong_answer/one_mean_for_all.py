"""Each signal gets the mean of all signals.

fails: detrend_many, detrend_edges
says: the mean of all signals for each of them
"""

def detrend(signals):
    from scipy import signal

    return signal.detrend(signals) + signals.mean()
