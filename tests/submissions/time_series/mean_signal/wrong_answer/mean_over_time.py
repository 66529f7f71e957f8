"""The mean over time, which is a picture, not a signal (misconception 84).

fails: mean_signal_example, mean_signal_field_of_view, mean_signal_mask, mean_signal_edges
says: averaging over time
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=-1)
    return bold[mask].mean(axis=-1)
