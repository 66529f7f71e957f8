"""imshow takes the first index downwards; the head lies on its side (misconception 23).

fails: show_slice_drawn
says: lies on its side
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    axes.imshow(canonical.get_fdata()[:, :, k], cmap="gray", origin="lower", aspect=front / right)
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
