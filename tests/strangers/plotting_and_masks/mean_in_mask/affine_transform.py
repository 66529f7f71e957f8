# right: ndimage.affine_transform of order 0, average with weights
from scipy.ndimage import affine_transform
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
    M, offset = nib.affines.to_matvec(np.linalg.solve(mask.affine, img.affine))
    binary = np.array(mask.dataobj) > 0
    w = affine_transform(
        binary.astype(np.float32), M, offset, output_shape=img.shape, order=0, mode="grid-constant"
    )
    values = img.get_fdata()
    w = np.where(np.isnan(values), 0, w)
    return np.float64(np.average(np.nan_to_num(values), weights=w))
