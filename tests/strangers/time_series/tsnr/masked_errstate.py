# right: divides everywhere in silence, then overwrites the constant ones; two-pass standard deviation by hand
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
    mean = bold.mean(axis=-1, keepdims=True)
    sd = np.sqrt(np.mean((bold - mean) ** 2, axis=-1))
    largest = np.maximum(bold.max(axis=-1), -bold.min(axis=-1))
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = mean[..., 0] / sd
    ratio[(sd == 0) | (sd < largest * 1e-9)] = 0.0
    return ratio
