# wrong: centre of mass weighted by the values; shows on masks of percentages or fractions
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
    data = np.clip(mask.get_fdata(), 0, None)
    ijk = np.argwhere(data > 0)
    w = data[data > 0]
    mm = nib.affines.apply_affine(mask.affine, ijk)
    left, right = mm[:, 0] < 0, mm[:, 0] > 0
    return (
        np.average(mm[left], axis=0, weights=w[left]),
        np.average(mm[right], axis=0, weights=w[right]),
    )
