"""The film is divided by its maximum in place.

fails: brain_mask_types
says: it changed its input
"""

def brain_mask(bold, fraction):
    bold /= bold.max()
    means = bold.mean(axis=-1)
    return means > fraction * np.percentile(means, 98)
