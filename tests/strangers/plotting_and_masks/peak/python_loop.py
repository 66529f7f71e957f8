# right: plain loop over all voxels, namedtuple as result, last tie wins
import math
from collections import namedtuple

Peak = namedtuple('Peak', 'position value')


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
    if sign != "positive" and sign != "negative":
        raise ValueError("unknown sign " + repr(sign))
    best, where = None, None
    for ijk, v in np.ndenumerate(stat.get_fdata()):
        if math.isnan(v):
            continue
        if best is None or (v >= best if sign == "positive" else v <= best):
            best, where = v, ijk
    A = stat.affine
    position = np.array([sum(A[r, c] * where[c] for c in range(3)) + A[r, 3] for r in range(3)])
    return Peak(position, float(best))
