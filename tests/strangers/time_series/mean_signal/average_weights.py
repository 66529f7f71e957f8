# right: np.average of the voxels by time, with the mask as weights
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
    voxels = bold.reshape(-1, bold.shape[3])
    return np.average(voxels, axis=0, weights=None if mask is None else np.ravel(mask))
