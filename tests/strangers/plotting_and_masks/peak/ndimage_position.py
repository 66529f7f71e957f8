# right: scipy.ndimage with a label image of the valid voxels
from scipy import ndimage


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
    table = {
        "positive": (ndimage.maximum_position, ndimage.maximum),
        "negative": (ndimage.minimum_position, ndimage.minimum),
    }
    try:
        position_of, value_of = table[sign]
    except (KeyError, TypeError):
        raise ValueError(f"{sign!r} is neither 'positive' nor 'negative'") from None
    t = stat.get_fdata()
    valid = (~np.isnan(t)).astype(int)
    t = np.where(valid, t, 0)
    ijk = position_of(t, labels=valid, index=1)
    return nib.affines.apply_affine(stat.affine, ijk), value_of(t, labels=valid, index=1)
