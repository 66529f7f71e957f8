"""A mask of uint8, which picks slices when it is used as an index (misconception 88).

fails: brain_mask_example, brain_mask_types
says: where bool was wanted
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    return (means > fraction * np.percentile(means, 98)).astype(np.uint8)
