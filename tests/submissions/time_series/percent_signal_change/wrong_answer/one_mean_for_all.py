"""The mean of all signals, where each has its own.

fails: percent_signal_change_many, percent_signal_change_edges
says: the mean of all signals for each of them
"""

def percent_signal_change(signals):
    return 100 * (signals - signals.mean()) / signals.mean()
