"""The signals that came are overwritten.

fails: percent_signal_change_edges
says: it changed its input
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=-1, keepdims=True)
    signals -= mean
    signals *= 100 / mean
    return signals
