# right: QR, with checks of its own, the whole 4 x 4 would do as well; 0 for an empty mask by an early return
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
    if mask.ndim != 3:
        raise ValueError("a 3D mask, please")
    ijk = np.argwhere(mask.get_fdata() > 0)
    if not len(ijk):
        return 0
    r = np.linalg.qr(mask.affine[:3, :3], mode="r")
    return float(len(ijk) * abs(np.diag(r).prod()))
