"""The change since the first volume (misconception 100).

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: the change since the first volume
"""

def percent_signal_change(signals):
    first = signals[..., :1]
    return 100 * (signals - first) / first
