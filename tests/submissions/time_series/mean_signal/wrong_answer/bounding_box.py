"""All voxels of the box around the mask.

fails: mean_signal_mask, mean_signal_edges
says: numbers are wrong
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    i, j, k = np.nonzero(mask)
    box = bold[i.min() : i.max() + 1, j.min() : j.max() + 1, k.min() : k.max() + 1]
    return box.mean(axis=(0, 1, 2))
