# wrong: only "below a billionth", which 0 < 0 is not: NaN for voxels of exactly 0
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
    std = bold.std(axis=-1)
    constant = std < 1e-9 * bold.max(axis=-1)
    with np.errstate(all="ignore"):
        return np.where(constant, 0, bold.mean(axis=-1) / std)
