# right: the 49th of 49 cuts into 50 parts, inclusive method, from the statistics module
import statistics


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
    average = np.add.reduce(bold, axis=-1) / bold.shape[-1]
    values = average.ravel().tolist()
    p98 = statistics.quantiles(values, n=50, method="inclusive")[-1] if len(values) > 1 else values[0]
    return np.array([value > fraction * p98 for value in values]).reshape(average.shape)
