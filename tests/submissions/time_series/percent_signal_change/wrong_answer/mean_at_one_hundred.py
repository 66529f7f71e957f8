"""Per cent of the mean, with the mean itself at 100.

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: with the mean itself at 100
"""

def percent_signal_change(signals):
    return 100 * signals / signals.mean(axis=-1, keepdims=True)
