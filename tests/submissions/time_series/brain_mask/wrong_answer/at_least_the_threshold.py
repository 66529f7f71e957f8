"""Voxels that only reach the threshold are counted too: at a fraction of 0, the air is in the mask.

fails: brain_mask_plain
says: counting what only reaches the threshold
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return means >= fraction * np.percentile(means, 98)
