# right: einsum of film and mask, divided by the number of voxels
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
        mask = np.ones_like(bold[..., 0], dtype=bool)
    assert mask.any(), "an empty mask"
    return np.einsum("ijkt,ijk->t", bold, mask.astype(np.float64)) / np.count_nonzero(mask)
