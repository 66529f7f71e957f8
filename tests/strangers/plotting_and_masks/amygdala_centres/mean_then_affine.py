# right: the sides by row 0 of the affine, the means in voxels, then the affine of each mean; a list of two
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
    ijk1 = np.c_[np.argwhere(mask.get_fdata() > 0), np.ones(np.sum(mask.get_fdata() > 0))]
    x = ijk1 @ mask.affine[0]
    return [(mask.affine @ ijk1[side].mean(axis=0))[:3] for side in (x < 0, x > 0)]
