"""A copy with NaN outside the mask, and `nanmean`."""

def mean_signal(bold, mask=None):
    if mask is not None:
        bold = np.where(mask[:, :, :, np.newaxis], bold, np.nan)
    return np.nanmean(bold, axis=(0, 1, 2))
