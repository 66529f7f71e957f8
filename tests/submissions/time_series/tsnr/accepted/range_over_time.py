"""The range over time as the measure of change, beside the size of the voxel."""

def tsnr(bold):
    size = np.abs(bold).max(axis=-1, keepdims=True)
    series = bold / np.where(size == 0, 1, size)
    changes = np.ptp(series, axis=-1) > 4e-9
    ratio = np.zeros(bold.shape[:-1])
    ratio[changes] = series[changes].mean(axis=-1) / series[changes].std(axis=-1)
    return ratio
