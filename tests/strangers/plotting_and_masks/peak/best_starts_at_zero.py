# wrong: the search starts at 0, so an all-negative map has no positive peak (position at voxel 0, value 0), nor an all-positive one a negative peak
def peak(stat, sign):
    """Find the largest or the smallest value of a statistical map, and where it is.

    Parameters
    ----------
    stat : nibabel image, 3D
        NaN means that there is no value; at least one voxel has one.
    sign : str
        'positive' for the largest value, 'negative' for the smallest. Whether that value is above
        or below 0 does not matter.

    Returns
    -------
    position : (3,) array, mm RAS+
        Centre of a voxel that holds the value; where several do, any of them.
    value : float
        The value itself.

    Raises
    ------
    ValueError
        If `sign` is anything else.
    """
    if sign not in ("positive", "negative"):
        raise ValueError("bad sign")
    data = stat.get_fdata()
    best, where = 0.0, (0, 0, 0)
    for ijk in np.ndindex(data.shape):
        if (sign == "positive" and data[ijk] > best) or (sign == "negative" and data[ijk] < best):
            best, where = data[ijk], ijk
    return nib.affines.apply_affine(stat.affine, where), best
