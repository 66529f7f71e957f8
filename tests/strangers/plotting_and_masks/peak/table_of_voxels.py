# right: a table with one row for each voxel (x, y, z, value), NaN rows dropped
from nilearn.image import coord_transform


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
        choose = np.argmax
    elif sign == "negative":
        choose = np.argmin
    else:
        raise ValueError("sign must be 'positive' or 'negative'")
    values = stat.get_fdata()
    xyz = coord_transform(*np.indices(values.shape), stat.affine)
    table = np.column_stack([np.ravel(c) for c in (*xyz, values)])
    table = table[~np.isnan(table[:, 3])]
    row = table[choose(table[:, 3])]
    return row[:3], row[3]
