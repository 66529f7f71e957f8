# right: flips a float copy for 'negative', fills NaN with -inf, takes the value from the original
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
    signs = dict(positive=1.0, negative=-1.0)
    if not isinstance(sign, str) or sign not in signs:
        raise ValueError(f"sign has to be one of {sorted(signs)}")
    original = stat.get_fdata()
    work = original * signs[sign]
    work[np.isnan(work)] = -np.inf
    where = tuple(int(n) for n in np.unravel_index(work.argmax(), work.shape))
    x, y, z = (stat.affine @ np.array([*where, 1]))[:3]
    print(f"peak at {x:.1f}, {y:.1f}, {z:.1f}")
    return np.array((x, y, z)), float(original[where])
