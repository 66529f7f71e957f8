# right: determinant written out, count by sum(), prints
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
    (a, b, c), (d, e, f), (g, h, i) = mask.affine[:3, :3].tolist()
    one = abs(a * e * i + b * f * g + c * d * h - c * e * g - b * d * i - a * f * h)
    n = int(sum((mask.get_fdata() > 0).ravel().tolist()))
    print(n, "voxels of", one, "mm³")
    return n * one
