# right: nibabel's resample_from_to of a plain 0/1 mask, masked array
from nibabel.processing import resample_from_to
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
    yes_no = nib.Nifti1Image((mask.get_fdata() > 0).astype(np.uint8), mask.affine)
    there = resample_from_to(yes_no, (img.shape, img.affine), order=0, mode="constant", cval=0)
    values = np.ma.masked_where(np.asarray(there.dataobj) == 0, img.get_fdata())
    values = np.ma.masked_where(np.isnan(values.data), values)
    return values.mean()
