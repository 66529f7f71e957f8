# right: a loop over volumes, math.fsum of a list of voxels, a list of floats is returned
import math


def mean_signal(bold, mask=None):
    """Return the mean over voxels of each volume of a film.

    Parameters
    ----------
    bold : (x, y, z, t) array of float64
        A film; it is left as it was.
    mask : (x, y, z) array of bool, optional
        The voxels to average, at least one, all with the same weight. All voxels of the field of
        view when it is not given.

    Returns
    -------
    (t,) floats, in the units of `bold`
    """
    if mask is None:
        mask = np.full(bold.shape[:3], True)
    chosen = np.argwhere(mask)
    signal = []
    for volume in range(bold.shape[-1]):
        values = [bold[i, j, k, volume] for i, j, k in chosen]
        signal.append(math.fsum(values) / len(values))
    return signal
