# wrong: the two largest connected components, so a side in two pieces loses one (or both pieces of one side are taken)
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
    labels, n = ndimage.label(mask.get_fdata() > 0, structure=np.ones((3, 3, 3)))
    sizes = np.bincount(labels.ravel())[1:]
    two = np.argsort(sizes)[-2:] + 1
    centres = [
        nib.affines.apply_affine(mask.affine, np.argwhere(labels == one)).mean(axis=0) for one in two
    ]
    left, right = sorted(centres, key=lambda c: c[0])
    return left, right
