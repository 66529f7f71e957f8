# wrong: the middle of the bounding box of each part instead of the mean; shows on parts that are not symmetric
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
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0))
    def middle(part):
        return (part.min(axis=0) + part.max(axis=0)) / 2
    return middle(mm[mm[:, 0] < 0]), middle(mm[mm[:, 0] > 0])
