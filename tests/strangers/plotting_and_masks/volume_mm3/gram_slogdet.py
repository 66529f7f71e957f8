# right: half the log-determinant of the Gram matrix, helper function, numpy float
def edges(image):
    """Return the edges of a voxel as columns."""
    return np.array([image.affine[:3, n] for n in range(3)]).T


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
    sign, log_volume_squared = np.linalg.slogdet(edges(mask).T @ edges(mask))
    return np.exp(log_volume_squared / 2) * len(np.flatnonzero(np.asanyarray(mask.dataobj) > 0))
