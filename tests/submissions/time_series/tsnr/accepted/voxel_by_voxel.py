"""Loops, with the largest distance from the mean as the measure of change."""

def tsnr(bold):
    out = np.zeros(bold.shape[:3])
    for voxel in np.ndindex(*out.shape):
        series = bold[voxel]
        if max(abs(series - series.mean())) > 1e-9 * max(abs(series)):
            out[voxel] = series.mean() / series.std()
    return out
