"""nilearn's `clean` as it comes, which makes z-scores too (misconception 105).

fails: detrend_one, detrend_many, detrend_edges
says: numbers are wrong
"""

def detrend(signals):
    from nilearn import signal

    flat = signals.reshape(-1, signals.shape[-1])
    cleaned = signal.clean(flat.T, standardize="zscore_sample").T
    return (cleaned + flat.mean(axis=1, keepdims=True)).reshape(signals.shape)
