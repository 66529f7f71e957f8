# right: sorts the Fortran-order ravel (NaN go last), and unravels in the same order
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
    if sign not in ["positive", "negative"]:
        raise ValueError(sign)
    flat = stat.get_fdata().ravel(order="F")
    order = np.argsort(flat)
    n_valid = np.count_nonzero(~np.isnan(flat))
    index = order[n_valid - 1] if sign == "positive" else order[0]
    ijk = np.array(np.unravel_index(index, stat.shape, order="F"))
    M, t = nib.affines.to_matvec(stat.affine)
    return (M @ ijk + t).astype(np.float64), flat[index].item()
