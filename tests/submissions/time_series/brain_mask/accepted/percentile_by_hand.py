"""Sorted means, and the percentile interpolated by hand."""

def brain_mask(bold, fraction):
    means = bold.sum(axis=-1) / bold.shape[-1]
    ordered = np.sort(means, axis=None)
    position = 0.98 * (ordered.size - 1)
    below = int(position)
    level = ordered[below]
    if below + 1 < ordered.size:
        level = level + (position - below) * (ordered[below + 1] - ordered[below])
    return means / level > fraction
