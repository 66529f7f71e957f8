# right: ndimage.map_coordinates of order 0 at the image's voxel centres, zero outside, only for voxels that are not NaN
from scipy.ndimage import map_coordinates
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
    values = img.get_fdata()
    ijk = np.argwhere(~np.isnan(values))
    mm = nib.affines.apply_affine(img.affine, ijk)
    at = nib.affines.apply_affine(np.linalg.inv(mask.affine), mm).T
    inside = map_coordinates(mask.get_fdata(), at, order=0, mode="constant", cval=0.0) > 0
    return values[tuple(ijk[inside].T)].mean()
