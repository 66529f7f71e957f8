# wrong: takes the stored integers, without slope and intercept; shows on a scaled int16 image read from a file
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
    moved = resample_to_img(mask, img, interpolation="nearest", force_resample=True, copy_header=True)
    if nib.is_proxy(img.dataobj):
        values = img.dataobj.get_unscaled().astype(float)
    else:
        values = np.asarray(img.dataobj, dtype=float)
    return float(np.nanmean(values[moved.get_fdata() > 0]))
