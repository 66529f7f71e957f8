# right: one subplot and one nilearn call per height; nilearn's axes lie inside empty matplotlib axes
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
    n = len(cuts_mm)
    fig, axes = plt.subplots(1, n, figsize=(3 * n, 3.4), squeeze=False)
    for ax, z in zip(axes.flat, cuts_mm):
        plotting.plot_anat(
            img, display_mode="z", cut_coords=[z], figure=fig, axes=ax, colorbar=False, annotate=False
        )
        ax.set_title(f"z = {z:g} mm")
    fig.text(0.5, 0.96, title, ha="center")
    return fig
