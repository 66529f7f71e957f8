# right: scipy's RegularGridInterpolator, nearest, fill 0, one plane of the image at a time
from scipy.interpolate import RegularGridInterpolator
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
    look_up = RegularGridInterpolator(
        [np.arange(n) for n in mask.shape],
        (mask.get_fdata() > 0).astype(float),
        method="nearest",
        bounds_error=False,
        fill_value=0.0,
    )
    data = img.get_fdata()
    total, count = 0.0, 0
    inverse = np.linalg.inv(mask.affine)
    for k in range(img.shape[2]):
        i, j = np.meshgrid(range(img.shape[0]), range(img.shape[1]), indexing="ij")
        mm = nib.affines.apply_affine(img.affine, np.stack([i, j, np.full_like(i, k)], axis=-1))
        inside = look_up(nib.affines.apply_affine(inverse, mm)) > 0.5
        use = inside & np.isfinite(data[:, :, k]) | inside & np.isinf(data[:, :, k])
        total += data[:, :, k][use].sum()
        count += use.sum()
    return total / count
