"""The mask is not used: the mean over the field of view (misconception 86).

fails: mean_signal_mask, mean_signal_edges
says: the whole field of view
"""

def mean_signal(bold, mask=None):
    return bold.mean(axis=(0, 1, 2))
