# right: triple product of the edges, counting in a generator, Python float
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
    a, b, c = mask.affine[:3, :3].T
    one = abs(float(np.dot(a, np.cross(b, c))))
    return sum(1.0 for v in np.asarray(mask.dataobj).flat if v > 0) * one
