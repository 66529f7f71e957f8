# right: panels from low to high whatever the order asked for, title as suptitle, no letters or numbers
import matplotlib.pyplot as plt
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
    heights = sorted(float(z) for z in cuts_mm)
    fig = plt.figure(figsize=(2.2 * len(heights), 3))
    plotting.plot_img(
        img,
        display_mode="z",
        cut_coords=heights,
        figure=fig,
        axes=(0, 0, 1, 0.85),
        annotate=False,
        draw_cross=False,
        colorbar=False,
    )
    fig.suptitle(title)
    print("drew", len(heights), "slices")
    return fig
