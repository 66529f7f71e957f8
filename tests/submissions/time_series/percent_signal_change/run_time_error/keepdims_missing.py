"""Means without `keepdims`, which do not broadcast.

fails: percent_signal_change_many, percent_signal_change_edges
says: ValueError
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=-1)
    return 100 * (signals - mean) / mean
