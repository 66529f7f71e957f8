# wrong: writes NaN outside the mask into the caller's film; the numbers are right, the film is ruined
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
    bold[~mask] = np.nan
    return np.nanmean(bold, axis=(0, 1, 2))
