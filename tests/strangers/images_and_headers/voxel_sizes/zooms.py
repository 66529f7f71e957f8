# wrong: takes the header's zooms; shows where sform and qform differ in size
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
    unit = img.header.get_xyzt_units()[0]
    scale = {"meter": 1000, "micron": 0.001}.get(unit, 1)
    return np.array(img.header.get_zooms()[:3]) * scale
