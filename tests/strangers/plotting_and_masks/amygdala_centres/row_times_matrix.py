# wrong: rows times the affine's 3 x 3 without transposing; wrong on oblique and permuted masks
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
    ijk = np.argwhere(mask.get_fdata() > 0)
    mm = ijk @ mask.affine[:3, :3] + mask.affine[:3, 3]
    return mm[mm[:, 0] < 0].mean(axis=0), mm[mm[:, 0] > 0].mean(axis=0)
