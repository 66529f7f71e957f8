# right: origin upper on the plane reversed in y, extent in mm between voxel edges, equal aspect, explicit norm
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
    import matplotlib as mpl

    ras = nib.as_closest_canonical(img)
    plane = np.asarray(ras.dataobj[..., k], dtype=float)
    (dx, dy), (nx, ny) = nib.affines.voxel_sizes(ras.affine)[:2], plane.shape
    low, high = np.percentile(plane, [0, 100])
    fig = plt.figure()
    ax = fig.add_axes([0.15, 0.15, 0.8, 0.8])
    ax.imshow(
        plane[:, ::-1].T,
        cmap=mpl.colormaps["gray"],
        norm=plt.Normalize(low, high),
        extent=[-dx / 2, (nx - 0.5) * dx, -dy / 2, (ny - 0.5) * dy],
        origin="upper",
        aspect="equal",
    )
    ax.set(xlabel="mm, patient's left to right", ylabel="mm, back to front")
    return ax
