"""A fraction, not per cent (misconception 98).

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: a fraction, not per cent
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=-1, keepdims=True)
    return (signals - mean) / mean
