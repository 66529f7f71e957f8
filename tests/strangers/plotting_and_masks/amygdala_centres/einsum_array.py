# right: coordinates of all voxels by einsum, weights of 0 and 1, one (2, 3) array comes back
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
    inside = mask.get_fdata() > 0
    grid = np.indices(mask.shape)
    xyz = np.einsum("rc,cijk->rijk", mask.affine[:3, :3], grid) + mask.affine[:3, 3][:, None, None, None]
    out = np.empty((2, 3))
    for row, side in enumerate((xyz[0] < 0, xyz[0] > 0)):
        weights = (inside & side).astype(float)
        for axis in range(3):
            out[row, axis] = np.average(xyz[axis], weights=weights)
    return out
