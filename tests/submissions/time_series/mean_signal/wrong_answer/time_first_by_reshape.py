"""`reshape(t, -1)`, which does not move time to the front but mixes it with space (misconception 83).

fails: mean_signal_example, mean_signal_field_of_view, mean_signal_mask, mean_signal_edges
says: reshape(t, -1)
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.reshape(bold.shape[-1], -1).mean(axis=1)
    return bold[mask].reshape(bold.shape[-1], -1).mean(axis=1)
