# wrong: product of the affine's diagonal; wrong for oblique and permuted axes (often 0)
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
    inside = mask.get_fdata() > 0
    return inside.sum() * abs(np.prod(np.diag(mask.affine)[:3]))
