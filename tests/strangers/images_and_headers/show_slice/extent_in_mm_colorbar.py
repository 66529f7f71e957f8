# right: extent in mm with equal aspect, with a colour bar, nearest interpolation, labels by axes.set
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
    plane = ras.get_fdata()[:, :, k]
    sizes = np.linalg.norm(ras.affine[:3, :2], axis=0)
    wide, high = sizes * plane.shape
    fig, ax = plt.subplots(figsize=(5, 4), layout="constrained")
    pixels = ax.imshow(
        plane.T, origin="lower", cmap=plt.get_cmap("gray"), extent=(0, wide, 0, high), interpolation="nearest"
    )
    fig.colorbar(pixels, ax=ax, label="intensity")
    ax.set(xlabel="mm towards the right", ylabel="mm towards the front", title=f"slice {k}")
    return ax
