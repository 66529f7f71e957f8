"""Time is looked for in the first axis (misconception 18).

fails: mean_signal_example, mean_signal_field_of_view, mean_signal_edges
says: taking the first axis for time
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(1, 2, 3))
    return bold[mask].mean(axis=0)
