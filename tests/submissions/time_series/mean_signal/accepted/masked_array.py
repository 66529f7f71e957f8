"""A masked array, whose mask is True where numbers are to be left out."""

def mean_signal(bold, mask=None):
    if mask is None:
        mask = np.ones(bold.shape[:3], dtype=bool)
    hidden = np.broadcast_to(~mask[..., np.newaxis], bold.shape)
    return np.ma.masked_array(bold, hidden).mean(axis=0).mean(axis=0).mean(axis=0) if mask.all() else np.array(
        [np.ma.masked_array(bold[..., n], ~mask).mean() for n in range(bold.shape[-1])]
    )
