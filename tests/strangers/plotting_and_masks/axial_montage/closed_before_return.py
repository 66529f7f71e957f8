# right: closes the figure in pyplot before handing it back, it can still be saved
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
    panels = plotting.plot_anat(
        img, display_mode="z", cut_coords=list(cuts_mm), black_bg=True, colorbar=False, draw_cross=False
    )
    figure = panels.frame_axes.figure
    figure.text(0.01, 0.01, title, color="white")
    plt.close(figure)
    return figure
