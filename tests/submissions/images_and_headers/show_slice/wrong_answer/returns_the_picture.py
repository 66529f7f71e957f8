"""What imshow returns is the picture, not its Axes.

fails: show_slice_example, show_slice_drawn, show_slice_frame
says: where Axes were wanted
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    plt.xlabel("x")
    plt.ylabel("y")
    pixels = canonical.get_fdata()[:, :, k].T
    return plt.imshow(pixels, cmap="gray", origin="lower", aspect=front / right)
