"""Loops, with the range of the series as the measure of change."""

def tsnr(bold):
    out = np.zeros(bold.shape[:3])
    for voxel in np.ndindex(*out.shape):
        series = bold[voxel]
        if np.ptp(series) > 1e-6:
            out[voxel] = series.mean() / series.std()
    return out
