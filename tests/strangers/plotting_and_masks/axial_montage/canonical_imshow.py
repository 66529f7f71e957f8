# wrong: slices of as_closest_canonical drawn with imshow, k from the canonical affine's z row; wrong on rotated (oblique) images, where a slice of the array is not axial
from nilearn import plotting


def axial_montage(img, cuts_mm, title):
    """Draw axial slices of an image side by side.

    Parameters
    ----------
    img : nibabel image, 3D
        In any orientation.
    cuts_mm : sequence of float, mm
        Heights z of the slices, all different and inside the image, in any order.
    title : str
        To be written anywhere in the figure.

    Returns
    -------
    matplotlib.figure.Figure
        A new one, with one panel for each height and nothing drawn over the slices.
    """
    ras = nib.as_closest_canonical(img)
    data = ras.get_fdata()
    fig, axes = plt.subplots(1, len(cuts_mm), squeeze=False)
    for ax, z in zip(axes[0], cuts_mm):
        k = int(round((z - ras.affine[2, 3]) / ras.affine[2, 2]))
        ax.imshow(data[:, :, k].T, origin="lower", cmap="gray")
        ax.set_title(f"z = {z:g}")
        ax.axis("off")
    fig.suptitle(title)
    return fig
