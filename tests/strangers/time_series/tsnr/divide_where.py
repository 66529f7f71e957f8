# right: np.divide with where=, ddof 1, constant told by the size of the values or an exact 0
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
    mean = bold.mean(axis=-1)
    std = bold.std(axis=-1, ddof=1)
    moves = std > 1e-9 * np.abs(bold).max(axis=-1)
    return np.divide(mean, std, out=np.zeros_like(mean), where=moves)
