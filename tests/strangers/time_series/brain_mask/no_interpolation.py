# wrong: takes the voxel nearest to the 98th percentile, without going between neighbours; shows on films of few voxels
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
    mean = bold.mean(axis=-1)
    ordered = np.sort(mean, axis=None)
    p98 = ordered[min(int(0.98 * ordered.size), ordered.size - 1)]
    return mean > fraction * p98
