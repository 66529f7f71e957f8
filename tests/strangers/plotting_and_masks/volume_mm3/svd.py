# right: product of the singular values, unstructured zero-dimensional result
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
    stretch = np.linalg.svd(mask.affine[:3, :3], compute_uv=False)
    inside = np.greater(mask.get_fdata(caching="unchanged"), 0)
    return np.array(inside.sum() * stretch.prod())
