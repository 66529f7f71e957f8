# wrong: nibabel's mask_volume counts all that is not 0 and takes the header's zooms; shows on values below 0, shears, other zooms
from nibabel.imagestats import mask_volume


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
    return float(mask_volume(mask))
