# right: a masked array, with the mask turned round and repeated over time, reduced over one axis of space after the other by sum and count
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
        mask = np.ones(bold.shape[:-1], dtype=bool)
    hidden = np.repeat(~np.asarray(mask, dtype=bool)[..., None], bold.shape[-1], axis=-1)
    film = np.ma.masked_array(bold, mask=hidden)
    return np.asarray(film.sum(axis=(0, 1, 2)) / film.count(axis=(0, 1, 2)))
