# wrong: adds up in int16 "as in the file": fractions are cut off and sums of values near 30,000 overflow; shows on both
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
    voxels = bold.reshape(-1, bold.shape[-1]) if mask is None else bold[mask]
    stored = voxels.astype(np.int16)
    total = stored[0].copy()
    for row in stored[1:]:
        total = total + row
    return total / len(stored)
