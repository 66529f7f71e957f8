"""The extent in mm gives the proportions."""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    pixels = canonical.get_fdata()[:, :, k].T
    extent = (0, pixels.shape[1] * right, 0, pixels.shape[0] * front)
    axes.imshow(pixels, cmap="gray", origin="lower", extent=extent, vmin=0)
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
