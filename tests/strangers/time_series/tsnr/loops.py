# right: three loops with the statistics module's pstdev, decided voxel by voxel
import statistics


def tsnr(bold):
    """Return the temporal signal-to-noise ratio of each voxel.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64, t >= 2
        A film, detrended or not; it is left as it was.

    Returns
    -------
    (x, y, z) array
        Mean over time divided by standard deviation over time (ddof 0 or 1); 0 where the series is
        constant but for rounding, that is, where its standard deviation is below a billionth of
        its largest value.
    """
    result = np.zeros(bold.shape[:3])
    for voxel in np.ndindex(*bold.shape[:3]):
        series = bold[voxel].tolist()
        spread = statistics.pstdev(series)
        largest = max(abs(value) for value in series)
        if spread == 0 or spread < largest / 1e9:
            continue
        result[voxel] = statistics.fmean(series) / spread
    return result
