# right: distances between voxel (0,0,0) and its neighbours by apply_affine, math.dist, returned as a tuple
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
    import math

    origin = nib.affines.apply_affine(img.affine, (0, 0, 0))
    sizes = []
    for neighbour in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
        there = nib.affines.apply_affine(img.affine, neighbour)
        sizes.append(math.dist(origin, there))
    unit, _ = img.header.get_xyzt_units()
    if unit == "meter":
        sizes = [size * 1e3 for size in sizes]
    elif unit == "micron":
        sizes = [size / 1e3 for size in sizes]
    return tuple(sizes)
