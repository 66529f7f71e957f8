"""One row per voxel: `reshape(-1, t)`, with the mask flattened alike."""

def mean_signal(bold, mask=None):
    series = bold.reshape(-1, bold.shape[-1])
    if mask is not None:
        series = series[mask.ravel()]
    return series.mean(axis=0)
