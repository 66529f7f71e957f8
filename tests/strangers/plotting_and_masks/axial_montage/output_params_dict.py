# right: options in a dictionary, tuple of heights from high to low, mosaic of one row with wide figure and black background
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
    if not isinstance(title, str):
        title = str(title)
    options = {
        "display_mode": "z",
        "cut_coords": tuple(sorted(cuts_mm, reverse=True)),
        "draw_cross": False,
        "black_bg": True,
        "cmap": "bone",
        "decimals": 1,
    }
    fig = plt.figure(figsize=(16, 4), facecolor="black")
    plotting.plot_img(img, figure=fig, **options)
    fig.text(0.02, 0.93, title, color="w", fontsize=14)
    return fig
