"""The film times the mask, its zeros averaged with the rest (misconception 87).

fails: mean_signal_mask, mean_signal_edges
says: averaging those zeros too
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    return (bold * mask[..., np.newaxis]).mean(axis=(0, 1, 2))
