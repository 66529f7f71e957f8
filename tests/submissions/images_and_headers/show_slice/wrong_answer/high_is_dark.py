"""The colour map Greys, on which high values are dark.

fails: show_slice_drawn
says: dark for high values
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    axes.imshow(canonical.get_fdata()[:, :, k].T, cmap="Greys", origin="lower", aspect=front / right)
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
