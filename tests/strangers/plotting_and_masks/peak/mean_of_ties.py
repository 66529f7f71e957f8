# wrong: the mean position of all voxels that hold the value, which need not be a voxel that does; shows with ties (the motor map)
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
    if sign == "positive":
        value = np.nanmax(stat.get_fdata())
    elif sign == "negative":
        value = np.nanmin(stat.get_fdata())
    else:
        raise ValueError(f"sign is {sign!r}")
    ijk = np.argwhere(stat.get_fdata() == value)
    return nib.affines.apply_affine(stat.affine, ijk).mean(axis=0), float(value)
