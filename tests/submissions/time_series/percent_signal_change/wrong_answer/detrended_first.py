"""The mean is lost to scipy's `detrend` before it is divided by (misconception 99).

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: numbers are wrong
"""

def percent_signal_change(signals):
    from scipy import signal

    flat = signal.detrend(signals)
    mean = flat.mean(axis=-1, keepdims=True)
    with np.errstate(all="ignore"):
        return 100 * (flat - mean) / mean
