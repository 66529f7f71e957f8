# wrong: np.isclose with its own tolerances (1e-5 of the value, 1e-8 absolute): voxels that change by less, and dim ones, become 0
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
    constant = np.isclose(bold, bold[..., :1]).all(axis=-1)
    sd = np.where(constant, 1, bold.std(axis=-1))
    return np.where(constant, 0, bold.mean(axis=-1) / sd)
