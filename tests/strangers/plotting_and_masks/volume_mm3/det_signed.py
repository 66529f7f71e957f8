# wrong: no absolute value: negative volume for LAS
def volume_mm3(mask):
    """Return the volume of a mask.

    Parameters
    ----------
    mask : nibabel image, 3D
        Its voxels above 0 are inside. Its affine may be oblique, and may hold a shear.

    Returns
    -------
    float, mm³
        Number of voxels inside, times the volume of one voxel; 0 for an empty mask.
    """
    return np.linalg.det(mask.affine[:3, :3]) * (mask.get_fdata() > 0).sum()
