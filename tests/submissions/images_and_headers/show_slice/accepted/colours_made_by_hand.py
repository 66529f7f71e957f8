"""Grey as RGB, made by hand."""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    pixels = canonical.get_fdata()[:, :, k].T
    pixels = (pixels - pixels.min()) / np.ptp(pixels)
    axes.imshow(np.stack([pixels] * 3, axis=-1), origin="lower")
    axes.set_aspect(front / right)
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
