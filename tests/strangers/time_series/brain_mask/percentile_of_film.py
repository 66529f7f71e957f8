# wrong: the percentile of all values of the film, not of the map of means; shows when values vary over time (volumes that flare up)
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
    threshold = fraction * np.percentile(bold, 98)
    return bold.mean(axis=-1) > threshold
