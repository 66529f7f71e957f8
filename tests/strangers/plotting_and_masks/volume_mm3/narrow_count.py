# wrong: adds up in uint8, so the count wraps at 256; shows on masks of 256 voxels and more
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
    inside = (mask.get_fdata() > 0).astype(np.uint8)
    count = np.add.reduce(inside.ravel(), dtype=np.uint8)
    return float(count) * abs(np.linalg.det(mask.affine[:3, :3]))
