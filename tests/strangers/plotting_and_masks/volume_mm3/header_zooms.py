# wrong: voxel sizes from the header; wrong where it gives other sizes than the affine, and with a shear
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
    return float(np.prod(mask.header.get_zooms()[:3]) * np.sum(mask.get_fdata() > 0))
