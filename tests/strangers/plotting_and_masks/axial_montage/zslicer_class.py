# right: nilearn's ZSlicer by hand instead of a plot_ function
from nilearn.plotting.displays import ZSlicer
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
    fig = plt.figure(figsize=(2.5 * len(cuts_mm), 3), facecolor="black")
    slicer = ZSlicer(cut_coords=list(cuts_mm), axes=fig.add_axes([0, 0, 1, 0.9]), black_bg=True)
    slicer.frame_axes.axis("off")
    slicer.add_overlay(img, cmap="gray")
    slicer.annotate()
    slicer.title(title)
    return fig
