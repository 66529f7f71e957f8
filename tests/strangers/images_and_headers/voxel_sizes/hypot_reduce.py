# right: np.hypot.reduce down the columns of the header's best affine, float32 out
def voxel_sizes(img):
    """Return how far apart neighbouring voxels are along each of the three voxel axes.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D or more

    Returns
    -------
    (3,) array, list or tuple, mm
        Taken from the image's affine, which is right where sform and qform differ. The header's
        spatial unit may be meter, mm, micron or unknown; unknown is taken as mm.
    """
    x, y, z = img.header.get_best_affine()[:3, :3]
    sizes = np.hypot(np.hypot(x, y), z)
    unit = img.header.get_xyzt_units()[0]
    if unit == "meter":
        sizes = sizes * 1000
    if unit == "micron":
        sizes = sizes / 1000
    return sizes.astype(np.float32)
