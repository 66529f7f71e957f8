# wrong: mean of the means of the slices; shows when slices hold different numbers of voxels of the mask
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
        mask = np.ones(bold.shape[:3], dtype=bool)
    per_slice = [bold[:, :, k][mask[:, :, k]].mean(axis=0) for k in range(bold.shape[2]) if mask[:, :, k].any()]
    return np.mean(per_slice, axis=0)
