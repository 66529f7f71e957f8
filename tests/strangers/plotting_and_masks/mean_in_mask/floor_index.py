# wrong: int() instead of rounding to the nearest mask voxel; shows where the fraction is above one half
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
    data, answers = img.get_fdata(), mask.get_fdata()
    picked = []
    for ijk in np.ndindex(img.shape):
        i, j, k = (to_mask @ [*ijk, 1])[:3]
        i, j, k = int(i), int(j), int(k)
        if 0 <= i < mask.shape[0] and 0 <= j < mask.shape[1] and 0 <= k < mask.shape[2]:
            if answers[i, j, k] > 0 and not np.isnan(data[ijk]):
                picked.append(data[ijk])
    return float(np.mean(picked))
