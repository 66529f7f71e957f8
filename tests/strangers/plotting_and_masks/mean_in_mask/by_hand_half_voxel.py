# right: by hand, nearest voxel by rint; the mask's grid reaches half a voxel beyond its outermost centres, as its boxes do (a reading that nilearn does not share)
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
    ijk = np.indices(img.shape).reshape(3, -1).T
    near = np.rint(nib.affines.apply_affine(to_mask, ijk)).astype(int)
    on_grid = np.all((near >= 0) & (near < mask.shape), axis=1)
    inside = np.zeros(len(ijk), dtype=bool)
    inside[on_grid] = mask.get_fdata()[tuple(near[on_grid].T)] > 0
    values = img.get_fdata().reshape(-1)
    return values[inside & ~np.isnan(values)].mean()
