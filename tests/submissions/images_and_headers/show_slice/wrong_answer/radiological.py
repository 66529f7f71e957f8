"""The patient's right on the viewer's left.

fails: show_slice_drawn
says: the patient's right on the left
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = nib.affines.voxel_sizes(canonical.affine)
    _, axes = plt.subplots()
    axes.imshow(canonical.get_fdata()[:, :, k].T, cmap="gray", origin="lower", aspect=front / right)
    axes.invert_xaxis()
    axes.set_xlabel("x (voxels)")
    axes.set_ylabel("y (voxels)")
    return axes
