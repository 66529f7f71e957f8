# right: the obvious one, with match
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
    match sign:
        case "positive":
            find = np.nanargmax
        case "negative":
            find = np.nanargmin
        case _:
            raise ValueError(f"sign must be 'positive' or 'negative', not {sign!r}")
    values = stat.get_fdata()
    ijk = np.unravel_index(find(values), values.shape)
    return nib.affines.apply_affine(stat.affine, ijk), float(values[ijk])
