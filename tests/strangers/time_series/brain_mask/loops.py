# right: three loops over the voxels, scipy's scoreatpercentile, an array of bool filled by hand
from scipy import stats


def brain_mask(bold, fraction):
    """Return the voxels of a film that are bright on average.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64
        A film; it is left as it was.
    fraction : float
        The threshold, as a fraction of the 98th percentile, over all voxels, of the map of
        temporal means (linear between neighbours, as `np.percentile` has it by default).

    Returns
    -------
    (x, y, z) array of bool
        True where the voxel's mean over time exceeds the threshold.
    """
    nx, ny, nz, nt = bold.shape
    means = np.zeros((nx, ny, nz))
    for i in range(nx):
        for j in range(ny):
            for k in range(nz):
                means[i, j, k] = np.mean(bold[i, j, k, :])
    threshold = fraction * stats.scoreatpercentile(means.ravel(), 98)
    mask = np.zeros(means.shape, dtype=bool)
    mask[np.where(means > threshold)] = True
    print(f"threshold {threshold:.1f}, {mask.sum()} voxels")
    return mask
