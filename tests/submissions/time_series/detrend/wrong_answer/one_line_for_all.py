"""The line of the mean over all voxels, taken out of each (misconception 104).

fails: detrend_many, detrend_edges
says: one line, that of the mean over signals
"""

def detrend(signals):
    time = np.arange(signals.shape[-1]) - (signals.shape[-1] - 1) / 2
    together = signals.reshape(-1, len(time)).mean(axis=0)
    return signals - (together @ time / (time @ time)) * time
