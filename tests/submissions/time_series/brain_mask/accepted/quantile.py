"""`np.quantile` of 0.98, and the mean by `np.average`."""

def brain_mask(bold, fraction):
    means = np.average(bold, axis=3)
    return means > fraction * np.quantile(means, 0.98)
