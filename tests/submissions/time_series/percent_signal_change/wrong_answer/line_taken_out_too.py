"""The line is taken out as well, which was not asked for.

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: taking the line out
"""

def percent_signal_change(signals):
    from scipy import signal

    return 100 * signal.detrend(signals) / signals.mean(axis=-1, keepdims=True)
