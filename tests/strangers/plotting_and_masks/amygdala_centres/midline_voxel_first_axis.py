# wrong: splits the array at the first-axis index where x = 0, turned round when affine[0, 0] < 0; right for RAS and LAS, wrong for oblique and permuted axes
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
    middle = (np.linalg.inv(mask.affine) @ [0, 0, 0, 1])[0]
    ijk = np.argwhere(mask.get_fdata() > 0)
    low, high = ijk[ijk[:, 0] < middle], ijk[ijk[:, 0] > middle]
    if mask.affine[0, 0] < 0:
        low, high = high, low
    to_mm = lambda v: nib.affines.apply_affine(mask.affine, v.mean(axis=0))
    return to_mm(low), to_mm(high)
