# wrong: aspect is width over height; shows where the two in-plane voxel sizes differ
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
    dx, dy, dz = nib.affines.voxel_sizes(ras.affine)
    fig, ax = plt.subplots()
    ax.imshow(ras.get_fdata()[:, :, k].T, cmap="gray", origin="lower", aspect=dx / dy)
    ax.set_xlabel("right")
    ax.set_ylabel("front")
    return ax
