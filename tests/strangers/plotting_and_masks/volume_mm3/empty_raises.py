# wrong: ValueError for an empty mask, where 0 is asked for
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
    ijk = np.argwhere(mask.get_fdata() > 0)
    low, high = ijk.min(axis=0), ijk.max(axis=0)
    print("the mask reaches from", low, "to", high)
    return len(ijk) * abs(np.linalg.det(mask.affine[:3, :3]))
