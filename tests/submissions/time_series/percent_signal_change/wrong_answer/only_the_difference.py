"""The distance from the mean, in scanner units.

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: the change in scanner units
"""

def percent_signal_change(signals):
    return signals - signals.mean(axis=-1, keepdims=True)
