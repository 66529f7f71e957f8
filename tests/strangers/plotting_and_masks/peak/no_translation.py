# wrong: forgets the affine's offset; on every map whose voxel 0 is not at 0 mm
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
        raise ValueError(sign)
    data = stat.get_fdata()
    flat = np.nanargmax(data) if sign == "positive" else np.nanargmin(data)
    ijk = np.array(np.unravel_index(flat, data.shape))
    return stat.affine[:3, :3] @ ijk, data[tuple(ijk)]
