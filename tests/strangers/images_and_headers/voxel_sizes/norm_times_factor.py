# right: column norms times a factor by unit name
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
    factor = {"meter": 1000.0, "mm": 1.0, "micron": 0.001, "unknown": 1.0}[img.header.get_xyzt_units()[0]]
    return np.linalg.norm(img.affine[:3, :3], axis=0) * factor
