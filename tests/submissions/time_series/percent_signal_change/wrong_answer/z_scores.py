"""Divided by the standard deviation in place of the mean (misconception 105).

fails: percent_signal_change_example, percent_signal_change_one, percent_signal_change_many, percent_signal_change_edges
says: a z-score
"""

def percent_signal_change(signals):
    mean = signals.mean(axis=-1, keepdims=True)
    std = signals.std(axis=-1, keepdims=True)
    return (signals - mean) / np.where(std == 0, 1, std)
