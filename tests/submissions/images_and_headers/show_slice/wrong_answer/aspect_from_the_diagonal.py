"""The voxel sizes for the aspect read off the diagonal of the canonical affine (misconception 1).

fails: show_slice_frame
says: the diagonal of the affine
"""

def show_slice(img, k):
    canonical = nib.as_closest_canonical(img)
    right, front, _ = np.abs(np.diag(canonical.affine))[:3]
    _, axes = plt.subplots(figsize=(4, 4))
    axes.imshow(canonical.get_fdata()[:, :, k].T, cmap="gray", origin="lower", aspect=front / right)
    axes.set_xlabel("towards the right (voxels)")
    axes.set_ylabel("towards the front (voxels)")
    return axes
