# wrong: percentile over the voxels above 0 only, not over all; shows on a film with much air of exactly 0
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
    mean = np.mean(bold, axis=-1)
    return mean > fraction * np.percentile(mean[mean > 0], 98)
