"""Divided by each volume's own value.

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: dividing by the value at each volume
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=-1, keepdims=True)
    return 100 * (signals - mean) / signals
