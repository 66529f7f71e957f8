# right: tensordot of weights with the film, divided by their sum
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
    weights = np.ones(bold.shape[:3]) if mask is None else mask.astype(float)
    return np.tensordot(weights, bold, axes=3) / weights.sum()
