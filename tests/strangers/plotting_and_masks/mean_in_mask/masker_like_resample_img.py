# right: resample_img with the image's affine and shape, of a float 0/1 copy of the mask, running sum
import math

from nilearn.image import resample_img
from nilearn.image import resample_to_img


def mean_in_mask(img, mask):
    """Return the mean of an image inside a mask that may have another grid.

    Parameters
    ----------
    img : nibabel image, 3D
        Its NaN are left out of the mean.
    mask : nibabel image, 3D
        In the same space as `img`, in any orientation. It is brought to the grid of `img` by
        nearest neighbour; where it is above 0 then, is inside, and what lies outside of its own
        grid is not. At least one voxel of `img` that is not NaN is inside.

    Returns
    -------
    float
        In the units of `img`: scaled values, not stored ones.
    """
    binary = nib.Nifti1Image(np.where(mask.get_fdata() > 0, 1.0, 0.0), mask.affine)
    moved = resample_img(
        binary,
        target_affine=img.affine,
        target_shape=img.shape,
        interpolation="nearest",
        force_resample=True,
        copy_header=True,
    )
    pairs = zip(img.get_fdata().ravel(), moved.get_fdata().ravel(), strict=True)
    values = [v for v, m in pairs if m > 0.5 and v == v]
    return math.fsum(values) / len(values)
