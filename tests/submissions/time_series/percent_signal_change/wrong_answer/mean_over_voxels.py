"""The mean along the first axis, which is over voxels.

fails: percent_signal_change_many, percent_signal_change_edges
says: a mean over the first axis
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=0)
    return 100 * (signals - mean) / mean
