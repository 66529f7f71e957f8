"""The grey map set as a default for all figures, which others may reset.

fails: show_slice_drawn, show_slice_frame
says: not grey
"""

plt.rcParams["image.cmap"] = "gray"
plt.rcParams["image.origin"] = "lower"


def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    axes.imshow(canonical.get_fdata()[:, :, k].T, aspect=front / right)
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
