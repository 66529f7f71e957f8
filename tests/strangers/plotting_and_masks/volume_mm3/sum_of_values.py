# wrong: sums the values above 0 instead of counting; shows on fractions and on integers other than 1
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
    data = mask.get_fdata()
    return float(data[data > 0].sum() * abs(np.linalg.det(mask.affine)))
