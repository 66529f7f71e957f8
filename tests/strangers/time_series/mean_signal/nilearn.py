# right: nilearn's apply_mask on images made for the purpose, in double precision
from nilearn.masking import apply_mask


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
    inside = np.ones(bold.shape[:3]) if mask is None else mask
    film = nib.Nifti1Image(bold.copy(), np.eye(4))
    stencil = nib.Nifti1Image(inside.astype(np.uint8), np.eye(4))
    return apply_mask(film, stencil, dtype=np.float64).mean(axis=1)
