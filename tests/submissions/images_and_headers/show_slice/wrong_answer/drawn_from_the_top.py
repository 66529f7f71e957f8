"""No origin: the front of the head is at the bottom (misconception 23).

fails: show_slice_drawn
says: the front at the bottom
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    axes.imshow(canonical.get_fdata()[:, :, k].T, cmap="gray", aspect=front / right)
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
