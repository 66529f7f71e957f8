# wrong: aspect from the zooms of the file as stored, not of the re-ordered image; shows where the axes are in another order and sizes differ
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
    zooms = img.header.get_zooms()
    fig, ax = plt.subplots()
    ax.imshow(ras.get_fdata()[:, :, k].T, cmap="gray", origin="lower", aspect=zooms[1] / zooms[0])
    ax.set_xlabel("x")
    ax.set_ylabel("y")
    return ax
