# right: "largest value" taken by the letter, the maximum with its sign, beside what never changes at all; single precision result
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
    flat = bold.reshape(-1, bold.shape[-1])
    out = np.zeros(len(flat), dtype=np.float32)
    for n, series in enumerate(flat):
        if series.min() == series.max():
            continue
        sd = np.std(series)
        if sd < 1e-9 * series.max():
            continue
        out[n] = series.mean() / sd
    return out.reshape(bold.shape[:-1])
