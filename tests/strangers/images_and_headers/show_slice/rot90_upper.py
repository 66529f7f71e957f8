# right: rot90 and imshow's default origin, so rows run from the front downwards
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
    plane = np.rot90(ras.get_fdata()[:, :, k])
    size = np.sqrt(np.sum(ras.affine[:3, :3] ** 2, axis=0))
    plt.figure()
    plt.imshow(plane, cmap="gray", aspect=size[1] / size[0])
    plt.xlabel("R →")
    plt.ylabel("A →")
    plt.xticks([])
    plt.yticks([])
    return plt.gca()
