"""Drawn from the top, then the vertical axis is turned; contrast cut at two percentiles."""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    pixels = canonical.get_fdata()[:, :, k].T
    low, high = np.percentile(pixels, [2, 98])
    axes.imshow(pixels, cmap="gist_gray", vmin=low, vmax=high, aspect=front / right)
    axes.invert_yaxis()
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
