"""nilearn's `clean`, which wants two axes, time first (misconception 106).

fails: detrend_example, detrend_one, detrend_many, detrend_edges
says: stopped with
"""

def detrend(signals):
    from nilearn import signal

    return signal.clean(signals, standardize=False) + signals.mean(axis=-1, keepdims=True)
