# wrong: pushes the mask's voxels onto the image and keeps each hit once: holes where the mask is coarser than the image, a rim where it is finer
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
    mm = nib.affines.apply_affine(mask.affine, np.argwhere(mask.get_fdata() > 0))
    ijk = np.rint(nib.affines.apply_affine(np.linalg.inv(img.affine), mm)).astype(int)
    ijk = np.unique(ijk, axis=0)
    ijk = ijk[np.all((ijk >= 0) & (ijk < img.shape), axis=1)]
    return float(np.nanmean(img.get_fdata()[tuple(ijk.T)]))
