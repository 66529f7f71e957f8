# right: ndimage.center_of_mass of ones with labels 1 and 2, in voxels, the affine applied to the two means
from scipy import ndimage


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
    inside = np.asanyarray(mask.dataobj) > 0
    i, j, k = np.nonzero(inside)
    x = mask.affine[0, 0] * i + mask.affine[0, 1] * j + mask.affine[0, 2] * k + mask.affine[0, 3]
    labels = np.zeros(mask.shape, dtype=np.uint8)
    labels[i, j, k] = np.where(x < 0, 1, 2)
    ijk = ndimage.center_of_mass(np.ones(mask.shape), labels, [1, 2])
    left, right = nib.affines.apply_affine(mask.affine, ijk)
    return left, right
