# right: nilearn's coord_transform, and a dictionary of sides
from nilearn.image import coord_transform


def amygdala_centres(mask):
    """Return the centres of the left and the right part of a mask.

    Parameters
    ----------
    mask : nibabel image, 3D
        In a template space, so that x = 0 is the midline. Its voxels above 0 are inside, all with
        the same weight; there are some on both sides, and none of them has its centre at x = 0.

    Returns
    -------
    left, right : (3,) array, mm RAS+
        Mean position of the voxel centres with x < 0, and of those with x > 0.
    """
    ijk = np.nonzero(mask.get_fdata(dtype=np.float32) > 0)
    points = np.column_stack(coord_transform(*ijk, mask.affine))
    sides = np.sign(points[:, 0])
    centres = {side: points[sides == side].mean(axis=0) for side in (-1, 1)}
    print("left", centres[-1], "right", centres[1])
    return centres[-1], centres[1]
