# wrong: a billionth of the largest value of the whole film and not of the voxel's own; dim voxels beside a very bright one are set to 0
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
    constant = std <= 1e-9 * np.abs(bold).max()
    return np.where(constant, 0.0, mean / np.where(constant, 1.0, std))
