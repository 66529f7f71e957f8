# right: origin upper and invert_yaxis afterwards; aspect by set_aspect; gray as default via rc_context
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
    vx = nib.affines.voxel_sizes(can.affine)
    with plt.rc_context({"image.cmap": "gray"}):
        fig = plt.figure(figsize=(4, 4))
        ax = fig.add_subplot(111)
        ax.imshow(np.transpose(can.get_fdata()[..., k]), origin="upper")
    ax.invert_yaxis()
    ax.set_aspect(vx[1] / vx[0])
    ax.set_xlabel("first axis (to the patient's right)")
    ax.set_ylabel("second axis (to the front)")
    return ax
