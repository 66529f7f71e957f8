# right: of several equal peaks the last one, raw dataobj (ints stay ints), homogeneous coordinates, returns a list of two
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
    if not (isinstance(sign, str) and sign in ("positive", "negative")):
        raise ValueError("sign: 'positive' or 'negative'")
    values = np.asanyarray(stat.dataobj)
    value = np.nanmax(values) if sign == "positive" else np.nanmin(values)
    i, j, k = np.argwhere(values == value)[-1]
    x, y, z, _ = stat.affine @ [i, j, k, 1]
    return [np.array([x, y, z]), value]
