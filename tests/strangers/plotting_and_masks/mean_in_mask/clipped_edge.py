# wrong: indices clipped to the mask's grid, so a mask that touches its edge goes on for ever; shows there when the image reaches further than the mask
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
    to_mask = np.linalg.inv(mask.affine) @ img.affine
    ijk = np.moveaxis(np.indices(img.shape), 0, -1)
    near = np.rint(nib.affines.apply_affine(to_mask, ijk)).astype(int)
    near = np.clip(near, 0, np.array(mask.shape) - 1)
    inside = mask.get_fdata()[near[..., 0], near[..., 1], near[..., 2]] > 0
    return float(np.nanmean(img.get_fdata()[inside]))
