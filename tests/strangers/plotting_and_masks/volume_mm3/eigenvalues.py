# right: absolute product of the (complex) eigenvalues, numpy mean times size
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
    one_voxel = np.abs(np.prod(np.linalg.eigvals(mask.affine[:3, :3])))
    return float(inside.mean() * inside.size * one_voxel)
