"""The median over time in place of the mean.

fails: percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: the median in place of the mean
"""

def percent_signal_change(signals):
    level = np.median(signals, axis=-1, keepdims=True)
    return 100 * (signals - level) / level
