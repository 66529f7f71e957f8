# right: scipy.ndimage.mean over labels, volume by volume
from scipy import ndimage


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
    volumes = np.moveaxis(bold, -1, 0)
    if mask is None:
        return np.array([volume.mean() for volume in volumes])
    return np.array([ndimage.mean(volume, labels=np.where(mask, 7, 0), index=7) for volume in volumes])
