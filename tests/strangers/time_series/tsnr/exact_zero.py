# wrong: std == 0: a constant voxel with rounding gets an enormous tSNR
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
    out = np.zeros(mean.shape)
    out[std != 0] = mean[std != 0] / std[std != 0]
    return out
