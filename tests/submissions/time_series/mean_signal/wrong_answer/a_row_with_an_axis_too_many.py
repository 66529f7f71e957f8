"""An axis of length 1 is left before time, as from an array with five axes (misconception 85).

fails: mean_signal_example, mean_signal_field_of_view, mean_signal_mask, mean_signal_edges
says: was wanted
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.reshape(-1, bold.shape[-1]).mean(axis=0, keepdims=True)
    return bold[mask].mean(axis=0, keepdims=True)
