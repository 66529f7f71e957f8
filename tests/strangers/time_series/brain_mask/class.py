# right: a class with the map of means and a partition in place of a sort
class MeanMap:
    def __init__(self, film):
        self.values = np.einsum("xyzt->xyz", film) / film.shape[3]

    def percentile(self, q):
        flat = self.values.flatten()
        where, rest = divmod((flat.size - 1) * q, 100)
        low = int(where)
        high = min(low + 1, flat.size - 1)
        parts = np.partition(flat, [low, high])
        return parts[low] + (parts[high] - parts[low]) * rest / 100

    def above(self, threshold):
        out = np.zeros(self.values.shape, dtype=np.bool_)
        np.greater(self.values, threshold, out=out)
        return out


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
    means = MeanMap(bold)
    return means.above(means.percentile(98) * fraction)
