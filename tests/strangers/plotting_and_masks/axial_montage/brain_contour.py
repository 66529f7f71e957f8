# wrong: adds a contour of the image over its slices ('no contours'); always
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
    fig = plt.figure(figsize=(3 * len(cuts_mm), 3))
    view = plotting.plot_anat(
        img, display_mode="z", cut_coords=list(cuts_mm), title=title, colorbar=False, figure=fig
    )
    view.add_contours(img, levels=[float(np.mean(img.get_fdata()))], colors="r", linewidths=0.5)
    return fig
