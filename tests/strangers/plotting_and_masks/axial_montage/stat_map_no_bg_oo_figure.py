# right: plot_stat_map with no background and no threshold, on a Figure that pyplot does not know
from matplotlib.figure import Figure
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
    fig = Figure(figsize=(2.6 * len(cuts_mm), 3))
    plotting.plot_stat_map(
        img,
        bg_img=None,
        threshold=None,
        cmap="viridis",
        symmetric_cbar=False,
        display_mode="z",
        cut_coords=tuple(cuts_mm),
        title=title,
        figure=fig,
    )
    return fig
