# wrong: film times mask, averaged over the whole box; too small by the share of the mask wherever the mask is not everything
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
    if mask is not None:
        bold = bold * mask[..., np.newaxis]
    return bold.mean(axis=(0, 1, 2))
