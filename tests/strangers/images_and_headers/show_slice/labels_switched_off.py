# wrong: sets the labels, then switches the axis off so that neither label is drawn; shows on every image
def show_slice(img, k):
    """Draw an axial slice: the patient's right on the right, the front at the top.

    Parameters
    ----------
    img : nibabel.Nifti1Image, 3D
        As in `axial_slice`.
    k : int, voxels
        As in `axial_slice`.

    Returns
    -------
    matplotlib.axes.Axes
        With the slice in the colour map "gray" (a high value is light), voxels in their true
        proportions, and a label on each axis, in your own words. A colour bar is allowed.
    """
    ras = nib.as_closest_canonical(img)
    dx, dy, _ = nib.affines.voxel_sizes(ras.affine)
    fig, ax = plt.subplots()
    ax.imshow(ras.get_fdata()[:, :, k].T, cmap="gray", origin="lower", aspect=dy / dx)
    ax.set_xlabel("left - right")
    ax.set_ylabel("back - front")
    ax.axis("off")
    return ax
