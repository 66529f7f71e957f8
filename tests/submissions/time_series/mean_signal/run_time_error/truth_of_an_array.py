"""`if mask:`, which numpy refuses for more than one voxel.

fails: mean_signal_example, mean_signal_mask, mean_signal_edges
says: ValueError
"""

def mean_signal(bold, mask=None):
    if mask:
        return bold[mask].mean(axis=0)
    return bold.mean(axis=(0, 1, 2))
