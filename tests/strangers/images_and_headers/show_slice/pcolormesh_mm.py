# right: pcolormesh with voxel edges in mm and equal aspect, no imshow at all
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
    can = nib.as_closest_canonical(img)
    plane = np.asanyarray(can.dataobj)[:, :, k]
    dx, dy = nib.affines.voxel_sizes(can.affine)[:2]
    x_edges = dx * np.arange(plane.shape[0] + 1)
    y_edges = dy * np.arange(plane.shape[1] + 1)
    fig, ax = plt.subplots()
    ax.pcolormesh(x_edges, y_edges, plane.T, cmap="gray")
    ax.set_aspect("equal")
    ax.set_xlabel("left to right (mm)")
    ax.set_ylabel("back to front (mm)")
    return ax
