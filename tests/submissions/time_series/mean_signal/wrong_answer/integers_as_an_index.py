"""A mask of integers as an index, which picks the first two slabs (misconception 88).

fails: mean_signal_mask, mean_signal_edges
says: a mask of integers used as an index
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    picked = bold[mask.astype(int)]
    return picked.mean(axis=tuple(range(picked.ndim - 1)))
