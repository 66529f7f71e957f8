"""The percentile by picking from the sorted means, without interpolation.

fails: brain_mask_types
says: a percentile that is not interpolated
"""

def brain_mask(bold, fraction):
    means = bold.mean(axis=-1)
    ordered = np.sort(means.ravel())
    return means > fraction * ordered[int(0.98 * (len(ordered) - 1))]
