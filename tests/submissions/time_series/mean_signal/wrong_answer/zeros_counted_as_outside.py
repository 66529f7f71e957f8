"""What is 0 after the product with the mask is counted as outside of it.

fails: mean_signal_edges
says: leaving out the voxels that are 0
"""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    inside = bold * mask[..., None]
    return inside.sum(axis=(0, 1, 2)) / np.count_nonzero(inside, axis=(0, 1, 2))
