# right: sorts all positions by x and splits them with searchsorted at 0; cumulative sums
def amygdala_centres(mask):
    """Return the centres of the left and the right part of a mask.

    Parameters
    ----------
    mask : nibabel image, 3D
        In a template space, so that x = 0 is the midline. Its voxels above 0 are inside, all with
        the same weight; there are some on both sides, and none of them has its centre at x = 0.

    Returns
    -------
    left, right : (3,) array, mm RAS+
        Mean position of the voxel centres with x < 0, and of those with x > 0.
    """
    points = nib.affines.apply_affine(mask.affine, np.argwhere(np.nan_to_num(mask.get_fdata()) > 0))
    points = points[np.argsort(points[:, 0])]
    n_left = int(np.searchsorted(points[:, 0], 0.0))
    if n_left in (0, len(points)):
        raise ValueError("one side is empty")
    left, right = np.split(points, [n_left])
    return np.cumsum(left, axis=0)[-1] / len(left), np.cumsum(right, axis=0)[-1] / len(right)
