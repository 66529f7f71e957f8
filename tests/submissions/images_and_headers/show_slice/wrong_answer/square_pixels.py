"""Voxels drawn square.

fails: show_slice_frame
says: drawn square
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    axes.imshow(canonical.get_fdata()[:, :, k].T, cmap="gray", origin="lower")
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
