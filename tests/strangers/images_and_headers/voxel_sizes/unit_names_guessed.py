# wrong: unit names that nibabel does not use, so meter and micron fall through to 1; shows on those units
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
    scale = {"m": 1e3, "mm": 1.0, "um": 1e-3}
    unit = img.header.get_xyzt_units()[0]
    return nib.affines.voxel_sizes(img.affine) * scale.get(unit, 1.0)
