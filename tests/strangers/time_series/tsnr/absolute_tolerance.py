# wrong: absolute tolerance of 1e-6; dim voxels that do change are set to 0 (values of the order of 1e-7), bright constants (1e12) may pass
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
    mean, std = bold.mean(axis=-1), bold.std(axis=-1)
    return np.where(std < 1e-6, 0.0, mean / np.where(std < 1e-6, 1.0, std))
