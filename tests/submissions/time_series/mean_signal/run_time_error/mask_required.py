"""A mask must be given: its default is forgotten.

fails: mean_signal_example, mean_signal_field_of_view, mean_signal_edges
says: TypeError
"""

def mean_signal(bold, mask):
    return bold[mask].mean(axis=0)
