# right: the voxels inside as a set of (i, j, k), looked up for each image voxel in a loop; half-voxel border of the grid counts as inside
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
    wanted = set(map(tuple, np.argwhere(mask.get_fdata() > 0).tolist()))
    between = np.linalg.solve(mask.affine, img.affine)
    total, n = 0.0, 0
    for ijk, value in np.ndenumerate(img.get_fdata()):
        if np.isnan(value):
            continue
        at = between[:3, :3] @ ijk + between[:3, 3]
        if tuple(np.floor(at + 0.5).astype(int).tolist()) in wanted:
            total, n = total + float(value), n + 1
    return total / n
