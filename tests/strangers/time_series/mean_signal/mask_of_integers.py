# wrong: mask.astype(int) as an index picks the slices 0 and 1 and not the voxels; any mask whose answer is not that of those two slices
def mean_signal(bold, mask=None):
    """Return the mean over voxels of each volume of a film.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64
        A film; it is left as it was.
    mask : (x, y, z) array of bool, optional
        The voxels to average, at least one, all with the same weight. All voxels of the field of
        view when it is not given.

    Returns
    -------
    (t,) floats, in the units of `bold`
    """
    if mask is None:
        return bold.mean(axis=(0, 1, 2))
    picked = bold[mask.astype(int)]
    return picked.reshape(-1, bold.shape[-1]).mean(axis=0)
